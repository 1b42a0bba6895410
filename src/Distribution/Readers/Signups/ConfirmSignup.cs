using System.Globalization;
using System.Text.Json;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Signups;

/// <summary>
/// Carries out what a journalist asked for, now that they have the link that only their address was sent. It is the one way back for those who
/// unsubscribed, were suppressed or erased. Every step is idempotent; the link is used up last.
/// </summary>
public sealed class ConfirmSignup(
    OneTimeTokenStore tokens, SaveSignup saveSignup, MediaListStore lists, LiftByOwner lift, SubscribeByOwner subscribe, TimeProvider clock)
{
    /// <summary>The signup behind the link; null when it is not genuine or has expired.</summary>
    public async Task<Signup?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await tokens.FindAsync(TokenPurpose.Confirm, secret, cancellationToken) is { } token ? Read(token.Value) : null;

    /// <returns>The confirmed signup; null when the link is not genuine, has expired or does not work any more.</returns>
    public async Task<Signup?> RunAsync(string secret, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(TokenPurpose.Confirm, secret, cancellationToken) is not { } token) return null;
        var signup = Read(token.Value);
        // A second click shows the same page and does nothing.
        if (token.Value.UsedAt is not null) return signup;
        var open = await lists.AllAsync(cancellationToken).Where(row => row.Value.Public).Select(row => row.Value.Id).ToListAsync(cancellationToken);
        signup = signup with { Lists = [.. signup.Lists.Intersect(open)] };
        // The office may have closed them since; the page says so, and the link works again if they are opened.
        if (signup.Lists.Count == 0) return signup;
        if (await saveSignup.RunAsync(signup, token.Value.Subject, cancellationToken) is not { } contact) return null;
        await lift.RunAsync(token.Value.Subject, cancellationToken);
        await subscribe.RunAsync(contact, signup.Lists, signup.Frequency, Evidence(signup, clock.GetUtcNow()), cancellationToken);
        await tokens.UseAsync(token, cancellationToken);
        return signup;
    }

    private static Signup Read(OneTimeToken token) => JsonSerializer.Deserialize<Signup>(token.Details!, StoredJson.Options)!;

    private static string Evidence(Signup signup, DateTimeOffset now)
    {
        var shown = signup.TextVersion is { } version
            ? $"on the page in {signup.PageLanguage} ({version})"
            : $"in {signup.PageLanguage} through a program or another site, whose words the caller showed";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Asked on {signup.AskedAt:u} {shown}, from {signup.ClientHash[..16]}; confirmed on {now:u} by the link sent to the address, on the page in {signup.PageLanguage} ({SignupText.VersionOf(signup.PageLanguage)}).");
    }
}

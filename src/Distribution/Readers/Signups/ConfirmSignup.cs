using System.Globalization;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Platform.Security;

namespace Distribution.Readers.Signups;

/// <summary>
/// Carries out what a journalist asked for, now that they have the link that only their address was sent. It is the one way back for those
/// who unsubscribed, were suppressed or erased. Every step is idempotent; the link is used up last.
/// </summary>
public sealed class ConfirmSignup(
    OneTimeTokenStore tokens,
    ReadSignupLink readSignupLink,
    SaveSignup saveSignup,
    LiftByOwner lift,
    SubscribeByOwner subscribe,
    TimeProvider clock)
{
    /// <summary>How the evidence of every confirmation begins.</summary>
    public const string EvidenceStart = "Asked on ";

    /// <summary>Confirms, unless the link was used: then nothing changes, and the answer is how things stand now.</summary>
    public async Task<SignupLink> RunAsync(string secret, CancellationToken cancellationToken)
    {
        // The office may have closed lists since; the link works again if they are opened.
        if (await tokens.FindAsync(TokenPurpose.Confirm, secret, cancellationToken) is not { } token
            || await readSignupLink.RunAsync(secret, cancellationToken) is not SignupLink.Open { Signup: var signup, Lists: var lists })
            return await readSignupLink.RunAsync(secret, cancellationToken);
        if (await saveSignup.RunAsync(signup, token.Value.Subject, cancellationToken) is not { } contact) return new SignupLink.Invalid();
        await lift.RunAsync(token.Value.Subject, cancellationToken);
        await subscribe.RunAsync(
            contact, [.. lists.Select(list => list.Id)], signup.Frequency, Evidence(signup, clock.GetUtcNow()), cancellationToken);
        await tokens.UseAsync(token, cancellationToken);
        return await readSignupLink.RunAsync(secret, cancellationToken);
    }

    private static string Evidence(Signup signup, DateTimeOffset now)
    {
        var shown = signup.TextVersion is { } version
            ? $"on the page in {signup.PageLanguage} ({version})"
            : $"in {signup.PageLanguage} through a program or another site, whose words the caller showed";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{EvidenceStart}{signup.AskedAt:u} {shown}, from {signup.ClientHash[..16]}; confirmed on {now:u} "
                + $"by the link sent to the address, on the page in {signup.PageLanguage} ({SignupText.VersionOf(signup.PageLanguage)}).");
    }
}

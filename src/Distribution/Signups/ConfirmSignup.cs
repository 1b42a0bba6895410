using System.Text.Json;
using Distribution.Contacts;
using Distribution.MediaLists;
using Distribution.Security;
using Distribution.Storage;
using Distribution.Subscriptions;
using Distribution.Suppressions;

namespace Distribution.Signups;

/// <summary>
/// Carries out what a journalist asked for, now that they have the link that only their address was sent. It is the one way back for those who
/// have left, were suppressed or erased. Every step may be repeated; the link is used up last.
/// </summary>
public sealed class ConfirmSignup(
    OneTimeTokenStore tokens,
    AddContact addContact,
    ReplaceContact replaceContact,
    ContactStore contacts,
    MediaListStore lists,
    LiftByOwnWord lift,
    SubscribeByOwnWord subscribe,
    TimeProvider clock)
{
    /// <summary>What the link stands for; null when it is not genuine or has expired.</summary>
    public async Task<Signup?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await tokens.FindAsync(TokenPurpose.Confirm, secret, cancellationToken) is { } token ? Read(token.Value) : null;

    /// <returns>What was confirmed; null when the link is not genuine, has expired or does not work any more.</returns>
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
        await lift.RunAsync(token.Value.Subject, cancellationToken);
        if (await ContactAsync(signup, token.Value.Subject, cancellationToken) is not { } contact) return null;
        await subscribe.RunAsync(contact, signup.Lists, signup.Frequency, Evidence(signup, clock.GetUtcNow()), cancellationToken);
        await tokens.UseAsync(token, cancellationToken);
        return signup;
    }

    private static Signup Read(OneTimeToken token) => JsonSerializer.Deserialize<Signup>(token.Details!, StoredJson.Options)!;

    /// <summary>The person's own word about languages, topics and countries counts; a name is only added where there was none.</summary>
    private async Task<Contact?> ContactAsync(Signup signup, string address, CancellationToken cancellationToken)
    {
        var owner = await contacts.OwnerAsync(address, cancellationToken);
        if (owner is not null && await contacts.FindAsync(owner, cancellationToken) is { } known)
        {
            var told = ContactInput.Of(known.Value) with
            {
                Languages = signup.Languages,
                Topics = signup.Topics.Count > 0 ? signup.Topics : known.Value.Topics,
                Countries = signup.Countries.Count > 0 ? signup.Countries : known.Value.Countries,
                Status = ContactStatus.Active,
                Source = Source,
                SourceDate = signup.AskedAt,
            };
            return await replaceContact.RunAsync(known, told, cancellationToken) is ReplaceContactResult.Replaced replaced ? replaced.Contact.Value : known.Value;
        }

        ContactInput input = new()
        {
            Address = signup.Address,
            Name = signup.Name ?? signup.Address.Split('@')[0],
            Languages = signup.Languages,
            Topics = signup.Topics,
            Countries = signup.Countries,
            Notes = signup.Outlet is null ? null : $"Says they work for {signup.Outlet}.",
            Source = Source,
            SourceDate = signup.AskedAt,
            LawfulBasis = LawfulBasis.Consent,
        };
        return await addContact.RunAsync(input, cancellationToken) switch
        {
            AddContactResult.Added added => added.Contact.Value,
            AddContactResult.Known same => (await contacts.FindAsync(same.Id, cancellationToken))?.Value,
            _ => null,
        };
    }

    private const string Source = "subscribe form";

    private static string Evidence(Signup signup, DateTimeOffset now) => string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"Asked on {signup.AskedAt:u} on the page in {signup.PageLanguage} ({SignupText.VersionOf(signup.PageLanguage)}), from {signup.ClientHash[..16]}; confirmed on {now:u} by the link sent to the address.");
}

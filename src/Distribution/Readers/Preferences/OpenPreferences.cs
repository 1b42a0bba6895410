using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Preferences;

/// <summary>
/// Opens the preferences by the link that only their owner's address was sent, once. From then on a secret of its own keeps them open.
/// </summary>
public sealed class OpenPreferences(OneTimeTokenStore tokens, ContactStore contacts, AuditStore audit)
{
    /// <summary>The owner of the preferences that the link would open; null when it is not genuine, has expired or was used.</summary>
    public async Task<Contact?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await FindTokenAsync(secret, cancellationToken) is { } token ? (await ContactAsync(token.Value, cancellationToken))?.Value : null;

    /// <returns>The secret that keeps the preferences open; null when the link does not work.</returns>
    public async Task<string?> RunAsync(string secret, CancellationToken cancellationToken)
    {
        if (await FindTokenAsync(secret, cancellationToken) is not { } token || await ContactAsync(token.Value, cancellationToken) is not { Value.Id: var contact }) return null;
        if (!await tokens.UseAsync(token, cancellationToken)) return null;
        await audit.AddAsync("preferences.opened", new(contact, null), $"contact:{contact}", new Dictionary<string, string>(), cancellationToken);
        return await tokens.AddAsync(TokenPurpose.PreferencesSession, contact, details: null, WritePreferencesMail.Lifetime, cancellationToken);
    }

    /// <summary>The owner of the preferences that a secret keeps open; null when they were closed, or an hour is over.</summary>
    public async Task<Stored<Contact>?> OwnerAsync(string? secret, CancellationToken cancellationToken) =>
        await tokens.FindAsync(TokenPurpose.PreferencesSession, secret, cancellationToken) is { Value: { UsedAt: null } token } ? await ContactAsync(token, cancellationToken) : null;

    public async Task CloseAsync(string? secret, CancellationToken cancellationToken)
    {
        if (await tokens.FindAsync(TokenPurpose.PreferencesSession, secret, cancellationToken) is { } token) await tokens.UseAsync(token, cancellationToken);
    }

    private async Task<Stored<OneTimeToken>?> FindTokenAsync(string secret, CancellationToken cancellationToken) =>
        await tokens.FindAsync(TokenPurpose.Preferences, secret, cancellationToken) is { Value.UsedAt: null } token ? token : null;

    /// <summary>A contact that was merged since is the surviving contact now.</summary>
    private async Task<Stored<Contact>?> ContactAsync(OneTimeToken token, CancellationToken cancellationToken) =>
        await contacts.FindAsync(await contacts.OwnerAsync(token.Subject, cancellationToken) ?? token.Subject, cancellationToken);
}

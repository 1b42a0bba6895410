using System.Text.Json;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Readers.Preferences;

/// <summary>
/// Changes a contact's address, once both have agreed: the old one by the link that opened the preferences, the new one by the link that is
/// followed here. Id, subscriptions and history stay; the old address gets a notice. Every step is idempotent; the link is used up last.
/// </summary>
public sealed class ChangeAddress(
    OneTimeTokenStore tokens, ContactStore contacts, SaveOwnDetails saveOwnDetails, LiftByOwner lift, WriteAddressChangeMail writeMail, PostMail postMail, AddressHash hash)
{
    /// <summary>The change that the link would make; null when it is not genuine, has expired or was used.</summary>
    public async Task<AddressChange?> FindAsync(string secret, CancellationToken cancellationToken) =>
        await TokenAsync(secret, cancellationToken) is { } token ? Read(token.Value) : null;

    public async Task<ChangeAddressResult> RunAsync(string secret, CancellationToken cancellationToken)
    {
        while (await TokenAsync(secret, cancellationToken) is { } token)
        {
            var move = Read(token.Value);
            if (await ContactAsync(token.Value, cancellationToken) is not { } read) break;
            var moved = await MoveAsync(read, move, cancellationToken);
            if (moved is ReplaceContactResult.Invalid) return new ChangeAddressResult.BelongsToAnother(move);
            if (moved is ReplaceContactResult.Changed) continue;
            await lift.RunAsync(hash.Compute(MailAddress.Parse(move.Address)!), cancellationToken);
            if (await writeMail.FarewellAsync(token.Entity.RowKey, move, cancellationToken) is { } mail) await postMail.RunAsync(mail, cancellationToken);
            await tokens.UseAsync(token, cancellationToken);
            return new ChangeAddressResult.Moved(move);
        }

        return new ChangeAddressResult.Gone();
    }

    /// <summary>
    /// The old address does not become a further address: it may be another person's tomorrow. Its old links still belong to the contact.
    /// </summary>
    private Task<ReplaceContactResult> MoveAsync(Stored<Contact> read, AddressChange move, CancellationToken cancellationToken) => saveOwnDetails.RunAsync(
        read,
        ContactInput.From(read.Value) with { Address = move.Address, OtherAddresses = [.. read.Value.OtherAddresses.Where(other => other != move.Address && other != move.From)] },
        cancellationToken);

    private async Task<Stored<OneTimeToken>?> TokenAsync(string secret, CancellationToken cancellationToken) =>
        await tokens.FindAsync(TokenPurpose.ChangeAddress, secret, cancellationToken) is { Value.UsedAt: null } token ? token : null;

    private async Task<Stored<Contact>?> ContactAsync(OneTimeToken token, CancellationToken cancellationToken) =>
        await contacts.FindAsync(await contacts.OwnerAsync(token.Subject, cancellationToken) ?? token.Subject, cancellationToken);

    private static AddressChange Read(OneTimeToken token) => JsonSerializer.Deserialize<AddressChange>(token.Details!, StoredJson.Options)!;
}

public abstract record ChangeAddressResult
{
    private ChangeAddressResult() { }

    public sealed record Moved(AddressChange Move) : ChangeAddressResult;

    /// <summary>The link is not genuine, has expired or was used, or the person is no longer known.</summary>
    public sealed record Gone : ChangeAddressResult;

    /// <summary>The new address is another contact's: a user must look whether they are the same person.</summary>
    public sealed record BelongsToAnother(AddressChange Move) : ChangeAddressResult;
}

using Distribution.Security;
using Distribution.Storage;
using Distribution.Subscriptions;
using Distribution.Validation;

namespace Distribution.Contacts;

/// <summary>
/// Writes a contact anew. A new address is claimed before the contact gets it, and the old one stays the contact's, so that the person
/// remains one row. A claim whose contact then changed under our hands stays too: the next attempt uses it.
/// </summary>
public sealed class ReplaceContact(ContactStore contacts, CheckContact checkContact, KeepCopies keepCopies, AddressHash addressHash)
{
    public async Task<ReplaceContactResult> RunAsync(Stored<Contact> read, ContactInput input, CancellationToken cancellationToken)
    {
        var id = read.Value.Id;
        var errors = new FieldErrors();
        var contact = await checkContact.RunAsync(id, input, errors, cancellationToken);
        if (!errors.Any) await ClaimAsync(contact, errors, cancellationToken);
        if (errors.Any) return new ReplaceContactResult.Invalid(errors);

        return await keepCopies.RunAsync(id, () => contacts.ReplaceAsync(read, contact, cancellationToken), cancellationToken)
            && await contacts.FindAsync(id, cancellationToken) is { } replaced
                ? new ReplaceContactResult.Replaced(replaced)
                : new ReplaceContactResult.Changed();
    }

    private async Task ClaimAsync(Contact contact, FieldErrors errors, CancellationToken cancellationToken)
    {
        var hash = addressHash.Of(MailAddress.Parse(contact.Address)!);
        if (await contacts.AddAddressAsync(hash, contact.Id, cancellationToken) is WriteResult.Done) return;
        errors.Require(await contacts.OwnerAsync(hash, cancellationToken) == contact.Id, "address", "belongs to another contact.");
    }
}

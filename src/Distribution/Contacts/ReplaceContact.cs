using Distribution.Security;
using Distribution.Storage;
using Distribution.Subscriptions;
using Distribution.Validation;

namespace Distribution.Contacts;

/// <summary>
/// Writes a contact anew. A new address is claimed before the contact gets it, and the old one stays the contact's, so that the person
/// remains one row. A claim whose contact then changed under our hands stays too: the next attempt uses it.
/// </summary>
public sealed class ReplaceContact(
    ContactStore contacts, OutletStore outlets, UpdateCopies updateCopies, AddressHash addressHash, TimeProvider clock)
{
    public async Task<ReplaceContactResult> RunAsync(Stored<Contact> read, ContactInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var outletKnown = input.Outlet is null || await outlets.FindAsync(input.Outlet, cancellationToken) is not null;
        var errors = ContactRules.Check(input, outletKnown, now);
        if (!errors.Any) await ClaimAsync(read.Value.Id, input, errors, cancellationToken);
        if (errors.Any) return new ReplaceContactResult.Invalid(errors);

        var contact = ContactRules.Read(input, read.Value.Id, now);
        if (await contacts.ReplaceAsync(read, contact, cancellationToken) is not WriteResult.Done) return new ReplaceContactResult.Changed();
        await updateCopies.RunAsync(contact.Id, cancellationToken);
        return await contacts.FindAsync(contact.Id, cancellationToken) is { } replaced
            ? new ReplaceContactResult.Replaced(replaced)
            : new ReplaceContactResult.Changed();
    }

    private async Task ClaimAsync(string id, ContactInput input, FieldErrors errors, CancellationToken cancellationToken)
    {
        var hash = addressHash.Of(MailAddress.Parse(input.Address)!);
        if (await contacts.AddAddressAsync(hash, id, cancellationToken) is WriteResult.Done) return;
        errors.Require(await contacts.OwnerAsync(hash, cancellationToken) == id, "address", "belongs to another contact.");
    }
}

using Distribution.Security;
using Distribution.Storage;

namespace Distribution.Contacts;

/// <summary>
/// Makes a contact. The address row is written first: it decides whose the address is, also when two ask at once, and a repeat after a
/// crash finds it and goes on. Address rows outlive their contact, so that a person who comes back is the one who left.
/// </summary>
public sealed class AddContact(ContactStore contacts, OutletStore outlets, AddressHash addressHash, TimeProvider clock)
{
    public async Task<AddContactResult> RunAsync(ContactInput input, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var outletKnown = input.Outlet is null || await outlets.FindAsync(input.Outlet, cancellationToken) is not null;
        var errors = ContactRules.Check(input, outletKnown, now);
        if (errors.Any) return new AddContactResult.Invalid(errors);

        var id = await ClaimAsync(addressHash.Of(MailAddress.Parse(input.Address)!), cancellationToken);
        var written = await contacts.AddAsync(ContactRules.Read(input, id, now), cancellationToken);
        return written is WriteResult.Done && await contacts.FindAsync(id, cancellationToken) is { } added
            ? new AddContactResult.Added(added)
            : new AddContactResult.Known(id);
    }

    private async Task<string> ClaimAsync(string hash, CancellationToken cancellationToken) =>
        await contacts.AddAddressAsync(hash, hash, cancellationToken) is WriteResult.Done
            ? hash
            : await contacts.OwnerAsync(hash, cancellationToken) ?? hash;
}

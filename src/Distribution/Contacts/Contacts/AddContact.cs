using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

/// <summary>
/// Makes a contact. The address row is written first: it decides which contact owns the address, also when two requests race, and a retry
/// after a
/// crash finds it and continues. Address rows outlive their contact, so that a person who comes back gets the same id.
/// </summary>
public sealed class AddContact(
    ContactStore contacts, CheckContact checkContact, ClaimAddresses claimAddresses, SyncContact syncContact, AddressHash addressHash)
{
    public async Task<AddContactResult> RunAsync(ContactInput input, CancellationToken cancellationToken)
    {
        var errors = new FieldErrors();
        var contact = await checkContact.RunAsync("", input, errors, cancellationToken);
        if (errors.Any) return new AddContactResult.Invalid(errors);

        var id = await ClaimAsync(addressHash.Compute(MailAddress.Parse(contact.Address)!), cancellationToken);
        if (await contacts.FindAsync(id, cancellationToken) is not null) return new AddContactResult.Known(id);
        var added = contact with { Id = id };
        await claimAddresses.RunAsync(added, errors, cancellationToken);
        if (errors.Any) return new AddContactResult.Invalid(errors);
        return await syncContact.RunAsync(id, () => contacts.AddAsync(added, cancellationToken), cancellationToken)
            && await contacts.FindAsync(id, cancellationToken) is { } found
                ? new AddContactResult.Added(found)
                : new AddContactResult.Known(id);
    }

    private async Task<string> ClaimAsync(string hash, CancellationToken cancellationToken) =>
        await contacts.AddAddressAsync(hash, hash, cancellationToken) is WriteResult.Done
            ? hash
            : await contacts.OwnerAsync(hash, cancellationToken) ?? hash;
}

public abstract record AddContactResult
{
    private AddContactResult() { }

    public sealed record Added(Stored<Contact> Contact) : AddContactResult;

    /// <summary>The address is this contact's already.</summary>
    public sealed record Known(string Id) : AddContactResult;

    public sealed record Invalid(FieldErrors Errors) : AddContactResult;
}

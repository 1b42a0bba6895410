using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

/// <summary>
/// Makes addresses a contact's, before the contact gets them. The claim stays when the contact loses the address or is deleted: a person
/// who
/// comes back gets the same id. A claim whose contact was then not written stays too; the next attempt uses it.
/// </summary>
public sealed class ClaimAddresses(ContactStore contacts, AddressHash addressHash)
{
    /// <summary>Says of each address that is another contact's that it is.</summary>
    public async Task RunAsync(Contact contact, FieldErrors errors, CancellationToken cancellationToken)
    {
        foreach (var (number, address) in contact.AllAddresses.Index())
        {
            if (await IsTakenAsync(address, contact.Id, cancellationToken))
                errors.Add(number == 0 ? "address" : $"otherAddresses.{number - 1}", "belongs to another contact.");
        }
    }

    private async Task<bool> IsTakenAsync(string address, string contact, CancellationToken cancellationToken)
    {
        var hash = addressHash.Compute(MailAddress.Parse(address)!);
        return await contacts.AddAddressAsync(hash, contact, cancellationToken) is not WriteResult.Done
            && await contacts.OwnerAsync(hash, cancellationToken) != contact;
    }
}

using Distribution.Platform.Storage;

namespace Distribution.Contacts.Contacts;

/// <summary>
/// Deletes a contact and ends its subscriptions. Ended rows stay, without name and address, and so do the address rows, which hold no
/// address: a person who is added again gets the same id, and their subscriptions stay ended.
/// </summary>
public sealed class RemoveContact(ContactStore contacts, SyncContact syncContact)
{
    /// <returns>Whether the contact was still the one that was read.</returns>
    public Task<bool> RunAsync(Stored<Contact> read, CancellationToken cancellationToken) =>
        syncContact.RunAsync(read.Value.Id, () => contacts.DeleteAsync(read, cancellationToken), cancellationToken);
}

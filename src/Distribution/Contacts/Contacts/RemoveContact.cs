using Distribution.Platform.Storage;

namespace Distribution.Contacts.Contacts;

/// <summary>
/// Deletes a contact and ends its subscriptions. Ended rows stay, without name and address, and so do the address rows, which hold no
/// address: whoever is added again is the same person and stays ended.
/// </summary>
public sealed class RemoveContact(ContactStore contacts, SyncContact syncContact)
{
    /// <returns>Whether the contact was still the one that was read.</returns>
    public Task<bool> RunAsync(Stored<Contact> read, CancellationToken cancellationToken) =>
        syncContact.RunAsync(read.Value.Id, () => contacts.DeleteAsync(read, cancellationToken), cancellationToken);
}

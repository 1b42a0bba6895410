
namespace Distribution.Contacts.Contacts;

/// <summary>Records that a contact has had the notice about their data; the first time counts.</summary>
public sealed class RecordFirstNotice(ContactStore contacts, SyncContact syncContact)
{
    public async Task RunAsync(string contact, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var id = await contacts.OwnerAsync(contact, cancellationToken) ?? contact;
        while (await contacts.FindAsync(id, cancellationToken) is { Value.NoticeGivenAt: null } read)
        {
            if (await syncContact.RunAsync(id, () => contacts.ReplaceAsync(read, read.Value with { NoticeGivenAt = at }, cancellationToken), cancellationToken)) return;
        }
    }
}

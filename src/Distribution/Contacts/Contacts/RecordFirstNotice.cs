using Distribution.Audiences.Subscriptions;

namespace Distribution.Contacts.Contacts;

/// <summary>Notes that somebody has been told what is kept of them; the first time counts.</summary>
public sealed class RecordFirstNotice(ContactStore contacts, SyncAfterWrite syncAfterWrite)
{
    public async Task RunAsync(string contact, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var id = await contacts.OwnerAsync(contact, cancellationToken) ?? contact;
        while (await contacts.FindAsync(id, cancellationToken) is { Value.NoticeGivenAt: null } read)
        {
            if (await syncAfterWrite.RunAsync(
                id,
                () => contacts.ReplaceAsync(read, read.Value with { NoticeGivenAt = at }, cancellationToken),
                cancellationToken)) return;
        }
    }
}

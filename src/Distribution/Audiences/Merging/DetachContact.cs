using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>
/// After a contact was deleted: mails that are planned for it are not sent, nor those for contacts that were merged into it, and the personal
/// data in merges is deleted. A contact that was merged still gets the mails planned for it. Idempotent.
/// </summary>
public sealed class DetachContact(ContactStore contacts, ContactIds ids, MergeStore merges, SendExclusionStore sendExclusions, TimeProvider clock)
{
    public async Task RunAsync(string contact, CancellationToken cancellationToken)
    {
        if (await contacts.SuccessorAsync(contact, cancellationToken) is not null) return;
        foreach (var id in (await ids.AliasesAsync(contact, cancellationToken)).Prepend(contact))
        {
            await sendExclusions.AddAsync(new() { Contact = id, At = clock.GetUtcNow() }, cancellationToken);
            foreach (var merge in await merges.IntoAsync(id, cancellationToken)) await merges.ForgetAsync(merge, cancellationToken);
        }
    }
}

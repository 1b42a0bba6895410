using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>
/// After a contact was deleted: mails that are planned for it are not sent, nor those for contacts that were merged into it, and the
/// personal
/// data in merges is deleted. A contact that was merged still gets the mails planned for it. Idempotent.
/// </summary>
public sealed class DetachContact(ContactStore contacts, ContactIds ids, MergeStore merges, SendExclusionStore sendExclusions, TimeProvider clock)
    : IContactProjection
{
    public async Task<bool> RunAsync(string id, Contact? contact, CancellationToken cancellationToken)
    {
        if (contact is not null || await contacts.SuccessorAsync(id, cancellationToken) is not null) return true;
        foreach (var known in (await ids.AliasesAsync(id, cancellationToken)).Prepend(id))
        {
            await sendExclusions.AddAsync(new() { Contact = known, At = clock.GetUtcNow() }, cancellationToken);
            foreach (var merge in await merges.IntoAsync(known, cancellationToken)) await merges.ForgetAsync(merge, cancellationToken);
        }

        return true;
    }
}

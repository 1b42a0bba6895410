using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>
/// After a contact is gone: mails that are planned for it do not go out, nor those for contacts that were merged into it, and what merges
/// keep of the person is deleted. One that is gone because it was merged is still mailed what was planned for it. Harmless to repeat.
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

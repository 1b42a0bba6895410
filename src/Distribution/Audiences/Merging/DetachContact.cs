using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>
/// After a contact is gone: mails that are planned for it do not go out, nor those for contacts that were merged into it, and what merges
/// keep of the person is deleted. One that is gone because it was merged is still mailed what was planned for it. Harmless to repeat.
/// </summary>
public sealed class DetachContact(
    ContactStore contacts, ContactIds ids, MergeStore merges, SendExclusionStore sendExclusions, TimeProvider clock)
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

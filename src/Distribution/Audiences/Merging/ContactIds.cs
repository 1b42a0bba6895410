using System.Runtime.CompilerServices;
using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>By which ids a person is known who has been merged.</summary>
public sealed class ContactIds(ContactStore contacts, MergeStore merges)
{
    /// <summary>
    /// The id, that of the contact it was merged into, and so on, each looked up after the one before has been dealt with; then those of
    /// contacts that were merged into the last. Where there are several, the first comes once more at the end, since a merge may have been
    /// undone meanwhile. For what must not be missed and may be done twice, such as unsubscribing.
    /// </summary>
    public async IAsyncEnumerable<string> AllAsync(string contact, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        HashSet<string> known = [contact];
        yield return contact;
        var last = contact;
        while (await contacts.SuccessorAsync(last, cancellationToken) is { } next && known.Add(next))
        {
            yield return next;
            last = next;
        }

        foreach (var alias in await AliasesAsync(last, cancellationToken))
        {
            if (known.Add(alias)) yield return alias;
        }

        if (known.Count > 1) yield return contact;
    }

    /// <summary>Ids of the contacts that were merged into a contact, of those that were merged into these, and so on.</summary>
    public async Task<IReadOnlyList<string>> AliasesAsync(string contact, CancellationToken cancellationToken)
    {
        List<string> found = [];
        foreach (var merge in await merges.IntoAsync(contact, cancellationToken))
        {
            if (merge.Value.State == MergeState.Undone || found.Contains(merge.Value.Other)) continue;
            found.Add(merge.Value.Other);
            found.AddRange(await AliasesAsync(merge.Value.Other, cancellationToken));
        }

        return found;
    }
}

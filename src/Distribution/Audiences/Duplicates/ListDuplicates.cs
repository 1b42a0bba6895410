using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Duplicates;

/// <summary>
/// Reads pairs that nobody has dismissed, with their contacts. Pairs that do not agree any more are left out, so a part may be short.
/// </summary>
public sealed class ListDuplicates(DuplicateStore duplicates, ContactStore contacts)
{
    public async Task<Page<DuplicatePair>> RunAsync(int limit, string? after, CancellationToken cancellationToken)
    {
        var page = await duplicates.PageAsync(limit, after, cancellationToken);
        var found = await contacts.FindManyAsync(
            [.. page.Items.SelectMany(pair => new[] { pair.Value.First, pair.Value.Second }).Distinct()], cancellationToken);
        List<DuplicatePair> pairs = [];
        foreach (var pair in page.Items.Select(item => item.Value))
        {
            if (!found.TryGetValue(pair.First, out var first) || !found.TryGetValue(pair.Second, out var second)) continue;
            if (DuplicateRule.Compare(first.Value, second.Value) is not { Count: > 0 } evidence) continue;
            pairs.Add(new(DuplicateContact.From(first.Value), DuplicateContact.From(second.Value), evidence, pair.FoundAt));
        }

        return new(pairs, page.After);
    }
}

using Distribution.Platform.Storage;

namespace Distribution.Contacts.Search;

/// <summary>
/// Finds contacts by beginnings of words and by facets: in the order of their names, or, where words are asked for, of the word found and
/// then the name. It asks the storage twice at the most, and gives what it has by then.
/// </summary>
public sealed class SearchContacts(ContactIndexStore index)
{
    private const int MostRequests = 2;

    /// <summary>Most rows that the service gives at once.</summary>
    private const int MostRows = 1_000;

    /// <returns>Part of what is found, which may be less than <paramref name="limit"/> though there is more; null when the part before does
    /// not end like this.</returns>
    public async Task<Page<ContactSummary>?> RunAsync(ContactQuery query, int limit, string? after, CancellationToken cancellationToken)
    {
        var position = after is null ? null : SearchCursor.Parse(after);
        if (after is not null && position is null) return null;
        if (SearchPlan.For(query) is not { } plan) return new([], null);

        List<ContactSummary> found = [];
        SearchCursor? shown = position;
        for (var request = 0; request < MostRequests; request++)
        {
            var rows = plan.IsRough && request > 0 ? MostRows : limit + 1 - found.Count;
            if (await index.SearchAsync(plan, position, rows, cancellationToken) is not { } page) return null;
            foreach (var (row, entry) in page.Rows)
            {
                if (plan.Matches(entry))
                {
                    if (found.Count == limit) return new(found, shown?.ToString());
                    found.Add(entry.Summary);
                }

                shown = new SearchCursor.Row(row);
            }

            if (page.Rest is null) return new(found, null);
            position = page.Rows.Count > 0 ? shown : shown = page.Rest;
        }

        return new(found, position!.ToString());
    }
}

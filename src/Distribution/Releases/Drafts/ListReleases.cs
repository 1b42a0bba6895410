using Distribution.Platform.Storage;

namespace Distribution.Releases.Drafts;

/// <summary>Lists and counts releases by their entries, newest first. A thousand entries are one request to the storage.</summary>
public sealed class ListReleases(ReleaseEntryStore entries)
{
    /// <summary>
    /// Entries that one answer looks at; where a filter lets few of them pass, the answer is short and has a continuation.
    /// </summary>
    private const int MostLookedAt = 5_000;

    /// <summary>Up to <paramref name="limit"/> entries that pass, after the key <paramref name="after"/> if given.</summary>
    /// <param name="filter">The filter.</param>
    /// <param name="alsoPasses">A further filter, for which the store has no column.</param>
    public async Task<Page<ReleaseEntry>> RunAsync(
        ReleaseFilter filter, Func<ReleaseEntry, bool> alsoPasses, int limit, string? after, CancellationToken cancellationToken)
    {
        List<ReleaseEntry> found = [];
        var (looked, last) = (0, "");
        await foreach (var (key, entry) in entries.FindAsync(filter, after, cancellationToken))
        {
            if (found.Count == limit || looked++ == MostLookedAt) return new(found, last);
            last = key;
            if (filter.Passes(entry) && alsoPasses(entry)) found.Add(entry);
        }

        return new(found, null);
    }

    /// <summary>How many entries pass, by state; the states of the filter are passed over.</summary>
    public async Task<IReadOnlyDictionary<ReleaseState, int>> CountAsync(ReleaseFilter filter, CancellationToken cancellationToken)
    {
        var counts = Enum.GetValues<ReleaseState>().ToDictionary(state => state, _ => 0);
        filter = filter with { States = [] };
        await foreach (var (_, entry) in entries.FindAsync(filter, after: null, cancellationToken))
        {
            if (filter.Passes(entry)) counts[entry.State]++;
        }

        return counts;
    }
}

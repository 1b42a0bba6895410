using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Ledger;

/// <summary>
/// Lists dispatches by state and release, newest first. Those of a release and those that are not finished are found directly; finished
/// ones are looked for among the newest.
/// </summary>
public sealed class ListDispatches(DispatchStore dispatches)
{
    /// <summary>Dispatches that one answer looks at; where few pass, the answer is short and has a continuation.</summary>
    private const int MostLookedAt = 1_000;

    private const int PageSize = 200;

    private static readonly DispatchState[] Ended = [DispatchState.Finished, DispatchState.Cancelled];

    public async Task<Page<Stored<Dispatch>>> RunAsync(
        IReadOnlyCollection<DispatchState> states, string? release, int limit, string? after, CancellationToken cancellationToken)
    {
        if (release is not null)
            return Part(await dispatches.OfReleaseAsync(release, cancellationToken), states, limit, after);
        if (!states.Intersect(Ended).Any())
            return Part(await dispatches.UnfinishedAsync(cancellationToken).ToListAsync(cancellationToken), states, limit, after);
        List<Stored<Dispatch>> found = [];
        for (var looked = 0; looked < MostLookedAt; looked += PageSize)
        {
            var page = await dispatches.PageAsync(PageSize, after, cancellationToken);
            foreach (var dispatch in page.Items.Where(dispatch => states.Contains(dispatch.Value.State)))
            {
                found.Add(dispatch);
                if (found.Count == limit) return new(found, DispatchStore.NewestKey(dispatch.Value));
            }

            after = page.After;
            if (after is null) break;
        }

        return new(found, after);
    }

    private static Page<Stored<Dispatch>> Part(
        IEnumerable<Stored<Dispatch>> all, IReadOnlyCollection<DispatchState> states, int limit, string? after)
    {
        var rest = all.Where(dispatch => states.Count == 0 || states.Contains(dispatch.Value.State))
            .Select(dispatch => (Key: DispatchStore.NewestKey(dispatch.Value), Dispatch: dispatch))
            .OrderBy(dispatch => dispatch.Key, StringComparer.Ordinal)
            .SkipWhile(dispatch => string.CompareOrdinal(dispatch.Key, after) <= 0)
            .ToList();
        return new([.. rest.Take(limit).Select(dispatch => dispatch.Dispatch)], rest.Count > limit ? rest[limit - 1].Key : null);
    }
}

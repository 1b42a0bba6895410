using Distribution.Dispatches.Ledger;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>How many people an office's releases usually go to.</summary>
public sealed class ReadUsualAudience(DispatchStore dispatches, ReleaseStore releases)
{
    /// <summary>How many dispatches of all offices are looked at.</summary>
    private const int Looks = 50;

    /// <summary>From how many on one can speak of what is usual.</summary>
    private const int Fewest = 3;

    /// <returns>The middle one of its last dispatches; null where there are too few.</returns>
    public async Task<int?> RunAsync(string office, CancellationToken cancellationToken)
    {
        List<int> sizes = [];
        foreach (var dispatch in (await dispatches.PageAsync(Looks, null, cancellationToken)).Items.Select(row => row.Value))
        {
            if (dispatch is not { Kind: DispatchKind.Release, Plan: not null }) continue;
            if ((await releases.FindMainAsync(dispatch.Release, cancellationToken))?.Value.Office == office) sizes.Add(dispatch.Planned);
        }

        return sizes.Count < Fewest ? null : sizes.Order().ElementAt(sizes.Count / 2);
    }
}

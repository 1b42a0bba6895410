using Distribution.Dispatches.Ledger;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Records;

/// <summary>Reads for the checks how many people an office's releases usually go to.</summary>
public sealed class ReadUsualAudience(DispatchStore dispatches, ReleaseStore releases) : ICheckReader
{
    /// <summary>How many dispatches of all offices are looked at.</summary>
    private const int Looks = 50;

    /// <summary>From how many on one can speak of what is usual.</summary>
    private const int Fewest = 3;

    public async Task<CheckSubject> ReadAsync(CheckSubject subject, ReleaseDocument document, CancellationToken cancellationToken) =>
        subject with { UsualAudience = await FindAsync(subject.Release.Office, cancellationToken) };

    /// <returns>The middle one of its last dispatches; null where there are too few.</returns>
    private async Task<int?> FindAsync(string office, CancellationToken cancellationToken)
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

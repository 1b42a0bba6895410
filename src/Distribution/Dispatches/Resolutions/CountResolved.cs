namespace Distribution.Dispatches.Resolutions;

/// <summary>Counts the recipients of a dispatch who are settled, by what was said of them.</summary>
public sealed class CountResolved(ResolutionStore resolutions)
{
    public async Task<IReadOnlyDictionary<Resolution, int>> RunAsync(string dispatch, CancellationToken cancellationToken)
    {
        var all = await resolutions.ForDispatchAsync(dispatch, cancellationToken);
        return all.Values.CountBy(heldResolution => heldResolution.Resolution).ToDictionary();
    }
}

namespace Distribution.Dispatches.Resolutions;

/// <summary>Counts the resolved recipients of a dispatch, by resolution.</summary>
public sealed class CountResolved(ResolutionStore resolutions)
{
    public async Task<IReadOnlyDictionary<Resolution, int>> RunAsync(string dispatch, CancellationToken cancellationToken)
    {
        var all = await resolutions.ForDispatchAsync(dispatch, cancellationToken);
        return all.Values.CountBy(heldResolution => heldResolution.Resolution).ToDictionary();
    }
}

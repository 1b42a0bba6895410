using Distribution.Refusals;
using Distribution.Storage;

namespace Distribution.Suppressions;

/// <summary>Lets an address be mailed again. Refusals from before are forgotten, so that a single further one does not suppress it at once.</summary>
public sealed class LiftSuppression(SuppressionStore suppressions, RefusalStore refusals)
{
    public async Task<WriteResult> RunAsync(Stored<Suppression> read, CancellationToken cancellationToken)
    {
        // First: a suppression without its refusals can be lifted again, refusals without a suppression would not be seen.
        await refusals.ForgetAsync(read.Value.Id, cancellationToken);
        return await suppressions.DeleteAsync(read, cancellationToken);
    }
}

using System.Globalization;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>Deletes the entry and the earlier versions of a release that was deleted, who has seen which, and its open pages.</summary>
public sealed class RemoveReleaseTraces(
    ReleaseEntryStore entries, ReleaseVersionStore versions, ReleaseLookStore looks, WriterStore writers)
{
    public async Task RunAsync(ReleaseTransition removal, CancellationToken cancellationToken)
    {
        var createdAt = DateTimeOffset.Parse(removal.Details[RemoveRelease.CreatedAtDetail], CultureInfo.InvariantCulture);
        await entries.DeleteAsync(removal.Release, createdAt, cancellationToken);
        await versions.DeleteAsync(removal.Release, cancellationToken);
        await looks.DeleteAsync(removal.Release, cancellationToken);
        await writers.DeleteAsync(removal.Release, cancellationToken);
    }
}

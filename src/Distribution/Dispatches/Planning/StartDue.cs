using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Planning;

/// <summary>Starts the dispatch of one time row that is due: of a release, or of its late translations.</summary>
public sealed class StartDue(StartDispatch startDispatch, StartTranslation startTranslation)
{
    public Task RunAsync(Stored<ReleaseTime> row, CancellationToken cancellationToken) => row.Value.Translation is null
        ? startDispatch.RunAsync(row, cancellationToken)
        : startTranslation.RunAsync(row, cancellationToken);
}

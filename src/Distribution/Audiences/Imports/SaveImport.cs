using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Writes an import that is to be worked on, and has the job do it. The job is remembered first, so that a crash in between leaves none undone.</summary>
public sealed class SaveImport(ImportStore imports, JobStore jobs)
{
    public async Task<ChangeImportResult> RunAsync(Stored<Import> read, Import import, CancellationToken cancellationToken)
    {
        if (!await jobs.FollowAsync(RunImport.JobName, import.Id, () => imports.ReplaceAsync(read, import, cancellationToken), cancellationToken))
            return new ChangeImportResult.Changed();
        return await imports.FindAsync(import.Id, cancellationToken) is { } now ? new ChangeImportResult.Begun(now) : new ChangeImportResult.Changed();
    }
}

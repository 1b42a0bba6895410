using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>
/// Writes an import that is to be worked on, and has the job do it. The job is remembered first, so that a crash in between leaves none
/// undone.
/// </summary>
public sealed class SaveImport(ImportStore imports, JobStore jobs, TimeProvider clock)
{
    /// <summary>Longer than the write may take, so that the timer does not wake the job before it.</summary>
    private static readonly TimeSpan LongestWrite = TimeSpan.FromMinutes(5);

    public async Task<ChangeImportResult> RunAsync(Stored<Import> read, Import import, CancellationToken cancellationToken)
    {
        await jobs.ScheduleAsync(RunImport.JobName, import.Id, clock.GetUtcNow() + LongestWrite, cancellationToken);
        if (await imports.ReplaceAsync(read, import, cancellationToken) is not WriteResult.Done) return new ChangeImportResult.Changed();
        await jobs.AddAsync(RunImport.JobName, import.Id, cancellationToken);
        return await imports.FindAsync(import.Id, cancellationToken) is { } now
            ? new ChangeImportResult.Begun(now)
            : new ChangeImportResult.Changed();
    }
}

using Distribution.Platform.Storage;

namespace Distribution.Audiences.Duplicates;

/// <summary>Records for good that two contacts are two people; idempotent.</summary>
public sealed class DismissDuplicate(DuplicateStore duplicates, TimeProvider clock)
{
    /// <returns>Whether there is such a pair.</returns>
    public async Task<bool> RunAsync(string first, string second, string person, CancellationToken cancellationToken)
    {
        while (await duplicates.FindAsync(first, second, cancellationToken) is { } found)
        {
            if (found.Value.IsDismissed) return true;
            var dismissed = found.Value with { IsDismissed = true, DismissedAt = clock.GetUtcNow(), DismissedBy = person };
            if (await duplicates.ReplaceAsync(found, dismissed, cancellationToken) is WriteResult.Done) return true;
        }

        return false;
    }
}

using System.Globalization;
using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;

namespace Distribution.Operations.Erasure;

/// <summary>
/// Erases a person, step by step; each is idempotent, and after a crash the rest is found by the address rows, which stay.
/// Later it looks once more: code that had read the person before, such as an import or the planner of a dispatch, has written by then.
/// </summary>
public sealed class CarryOutErasure(
    ErasureStore erasures,
    ContactStore contacts,
    MergeStore merges,
    SuppressErasedContact suppressErasedContact,
    RemoveContactData removeContactData,
    EraseFromLedgers eraseFromLedgers,
    EraseFromImports eraseFromImports,
    AuditStore audit,
    TimeProvider clock) : IJobRunner
{
    public const string JobName = "erasure";

    public const string Erased = "contacts.erased";

    /// <summary>Until a merge is over, or a sender that has one of the person's batches is done with it.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    /// <summary>Nobody plans a dispatch or runs a part of an import for so long.</summary>
    private static readonly TimeSpan UntilSecondLook = TimeSpan.FromMinutes(90);

    public string Name => JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (await erasures.FindAsync(id, cancellationToken) is not { Value: { FinishedAt: null } erasure } read) return null;
        if (erasure.ErasedAt + UntilSecondLook is { } secondLook && clock.GetUtcNow() < secondLook) return secondLook;
        var addresses = await contacts.AddressesOfAsync(id, cancellationToken);
        if (await IsBeingMergedAsync(addresses, cancellationToken)) return clock.GetUtcNow() + Patience;
        // First: from now on no import and no dispatch takes the person in.
        await suppressErasedContact.RunAsync(addresses, erasure.At, cancellationToken);
        await removeContactData.RunAsync(id, addresses, cancellationToken);
        if (!await eraseFromLedgers.RunAsync(addresses, cancellationToken)) return clock.GetUtcNow() + Patience;
        var remaining = await eraseFromImports.RunAsync(addresses, cancellationToken);
        return await AdvanceAsync(read, remaining, cancellationToken);
    }

    private async Task<bool> IsBeingMergedAsync(IEnumerable<string> addresses, CancellationToken cancellationToken)
    {
        foreach (var contact in addresses)
        {
            if (await merges.UnderWayAsync(contact, cancellationToken) is not null) return true;
        }

        return false;
    }

    private async Task<DateTimeOffset?> AdvanceAsync(
        Stored<ErasedContact> read, IReadOnlyList<string> remaining, CancellationToken cancellationToken)
    {
        var (erasure, now) = (read.Value, clock.GetUtcNow());
        await audit.AddAsync(Entry(erasure), cancellationToken);
        var next = (erasure.ErasedAt is null ? erasure with { ErasedAt = now } : erasure with { FinishedAt = now }) with
        {
            Imports = remaining
        };
        var written = await erasures.ReplaceAsync(read, next, cancellationToken);
        // Another request came, or another run was faster: look at the row as it is now.
        if (written is not WriteResult.Done) return now;
        return next.FinishedAt is null ? now + UntilSecondLook : null;
    }

    /// <summary>The same by every run.</summary>
    private static AuditEntry Entry(ErasedContact erasure) => new()
    {
        Id = string.Create(CultureInfo.InvariantCulture, $"{erasure.Contact}.erased"),
        At = erasure.At,
        Action = Erased,
        By = erasure.By,
        Key = erasure.Key,
        Subject = $"contact:{erasure.Contact}",
    };
}

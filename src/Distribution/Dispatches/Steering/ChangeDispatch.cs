using Distribution.Dispatches.Ledger;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Steering;

/// <summary>Moves a dispatch from one state to another, whatever else is written to it at the same time.</summary>
internal static class ChangeDispatch
{
    /// <param name="dispatches">The store.</param>
    /// <param name="id">Id of the dispatch.</param>
    /// <param name="to">The state it shall have; one that it has already is fine.</param>
    /// <param name="from">The states from which that may be.</param>
    public static async Task<ChangeDispatchResult> ToAsync(
        this DispatchStore dispatches, string id, DispatchState to, DispatchState[] from, CancellationToken cancellationToken)
    {
        while (await dispatches.FindAsync(id, cancellationToken) is { } read)
        {
            if (read.Value.State == to) return new ChangeDispatchResult.Done(read);
            if (!from.Contains(read.Value.State) || read.Value.FinishedAt is not null) return new ChangeDispatchResult.Refused(read.Value.State);
            await dispatches.ReplaceAsync(read, read.Value with { State = to, StopReason = null }, cancellationToken);
        }

        return new ChangeDispatchResult.Missing();
    }
}

/// <summary>The result of pausing, resuming or cancelling a dispatch.</summary>
public abstract record ChangeDispatchResult
{
    private ChangeDispatchResult() { }

    /// <summary>It is so now, or was so already.</summary>
    public sealed record Done(Stored<Dispatch> Dispatch) : ChangeDispatchResult;

    /// <summary>In this state it cannot be done.</summary>
    public sealed record Refused(DispatchState State) : ChangeDispatchResult;

    /// <summary>There is no such dispatch.</summary>
    public sealed record Missing : ChangeDispatchResult;
}

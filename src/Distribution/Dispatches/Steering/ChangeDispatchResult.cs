using Distribution.Dispatches.Ledger;
using Distribution.Platform.Storage;

namespace Distribution.Dispatches.Steering;

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

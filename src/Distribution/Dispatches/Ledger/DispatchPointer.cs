namespace Distribution.Dispatches.Ledger;

/// <summary>Index row that names a dispatch.</summary>
public sealed record DispatchPointer
{
    public required string Dispatch { get; init; }
}

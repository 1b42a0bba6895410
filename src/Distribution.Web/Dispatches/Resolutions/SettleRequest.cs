using Distribution.Dispatches.Resolutions;

namespace Distribution.Web.Dispatches.Resolutions;

/// <summary>What a person found out about held recipients.</summary>
internal sealed record SettleRequest
{
    /// <summary>1 to 100 of them, each once. All are settled, or none.</summary>
    public required IReadOnlyList<SettlementInput> Recipients { get; init; }
}

namespace Distribution.Dispatches.Deliveries;

/// <summary>Why somebody is not a recipient of a dispatch, and how certain that is.</summary>
internal readonly record struct Absence(string Reason, ExplanationBasis Basis)
{
    /// <summary>Whether the dispatch counted nobody with this reason: at its time it was another one.</summary>
    public bool IsContradicted { get; init; }
}

namespace Distribution.Dispatches.Deliveries;

/// <summary>How certain the reason is why somebody was not a recipient of a past dispatch.</summary>
public enum ExplanationBasis
{
    /// <summary>It is on record.</summary>
    Recorded,

    /// <summary>Planning's rule says so, and nothing that it depends on has been written since the dispatch began.</summary>
    Unchanged,

    /// <summary>Planning's rule says so of today's data; what has changed since may have hidden the reason of that time.</summary>
    Today,
}

namespace Distribution.Audiences.Suppressions;

public enum SuppressionReason
{
    /// <summary>Their own wish.</summary>
    Asked,

    /// <summary>Refused for good by the reader's mail system.</summary>
    Refused,

    /// <summary>Reported as spam.</summary>
    Complained,

    /// <summary>Their data was erased.</summary>
    Erased,

    /// <summary>Decided by one of the organisation's people.</summary>
    Manual,
}

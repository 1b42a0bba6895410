namespace Distribution.Audiences.Suppressions;

public enum SuppressionReason
{
    /// <summary>Their own request.</summary>
    Asked,

    /// <summary>Refused for good by the recipient's mail system.</summary>
    Refused,

    /// <summary>Reported as spam.</summary>
    Complained,

    /// <summary>Their data was erased.</summary>
    Erased,

    /// <summary>Decided by a user.</summary>
    Manual,
}

namespace Distribution.Web.Audiences.Merging;

/// <summary>Which contact is the same person.</summary>
internal sealed record MergeRequest
{
    /// <summary>Id of the contact that becomes an alias of the one in the address.</summary>
    public required string Other { get; init; }

    /// <summary>Whether it is meant that the person gets nothing any more, where the contact that stays is archived or its address suppressed.</summary>
    public bool Silent { get; init; }
}

namespace Distribution.Audiences.Merging;

/// <summary>A contact that is being merged, or whose merge is being undone: nobody else begins with it meanwhile.</summary>
public sealed record BusyContact
{
    /// <summary>Id of the merge.</summary>
    public required string Merge { get; init; }
}

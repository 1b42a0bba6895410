
namespace Distribution.Dispatches.Resolutions;

/// <summary>The resolution of one held recipient as given.</summary>
public sealed record ResolutionInput
{
    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    public required Resolution Resolution { get; init; }

    /// <summary>How they know, at most 500 characters; not the address.</summary>
    public string? Note { get; init; }
}

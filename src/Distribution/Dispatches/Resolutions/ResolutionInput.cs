
namespace Distribution.Dispatches.Resolutions;

/// <summary>What a person says of one held recipient.</summary>
public sealed record ResolutionInput
{
    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    public required Resolution Resolution { get; init; }

    /// <summary>How they know, at most 500 characters; not the address.</summary>
    public string? Note { get; init; }
}

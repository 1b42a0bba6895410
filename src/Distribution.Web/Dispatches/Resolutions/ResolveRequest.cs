using Distribution.Dispatches.Resolutions;

namespace Distribution.Web.Dispatches.Resolutions;

/// <summary>A user's findings about held recipients.</summary>
internal sealed record ResolveRequest
{
    /// <summary>1 to 100 of them, each once. All are resolved, or none.</summary>
    public required IReadOnlyList<ResolutionInput> Recipients { get; init; }
}

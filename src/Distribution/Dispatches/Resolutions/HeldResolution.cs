
namespace Distribution.Dispatches.Resolutions;

/// <summary>A user's resolution of a held recipient. It stands beside the outcome, which stays as it was.</summary>
public sealed record HeldResolution
{
    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    public required Resolution Resolution { get; init; }

    /// <summary>How they know.</summary>
    public string? Note { get; init; }

    /// <summary>Id of the user who says so.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Earlier resolutions, oldest first.</summary>
    public IReadOnlyList<EarlierResolution> Earlier { get; init; } = [];
}

/// <summary>A resolution that another has replaced.</summary>
/// <param name="Resolution">The earlier resolution.</param>
/// <param name="Note">How they knew.</param>
/// <param name="By">Id of the user who said so.</param>
/// <param name="At">When.</param>
public sealed record EarlierResolution(Resolution Resolution, string? Note, string By, DateTimeOffset At);

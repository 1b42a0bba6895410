namespace Distribution.Dispatches.Resolutions;

/// <summary>A settlement that another has replaced.</summary>
/// <param name="Resolution">The earlier resolution.</param>
/// <param name="Note">How they knew.</param>
/// <param name="By">Id of the person who said so.</param>
/// <param name="At">When.</param>
public sealed record EarlierResolution(Resolution Resolution, string? Note, string By, DateTimeOffset At);

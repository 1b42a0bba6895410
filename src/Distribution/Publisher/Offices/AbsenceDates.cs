namespace Distribution.Publisher.Offices;

/// <summary>Days on which a press officer is away, by the calendar of their office.</summary>
public sealed record AbsenceDates
{
    /// <summary>The first day.</summary>
    public required DateOnly From { get; init; }

    /// <summary>The last day.</summary>
    public required DateOnly Until { get; init; }
}

using Distribution.Platform.Languages;

namespace Distribution.Publisher.Offices;

/// <summary>A press officer: a person at an office that journalists may call.</summary>
public sealed record PressOfficer
{
    public required string Id { get; init; }

    /// <summary>Id of the office.</summary>
    public required string Office { get; init; }

    public required string Name { get; init; }

    public Names Title { get; init; } = Names.None;

    public required string Email { get; init; }

    /// <summary>Numbers to call, best first.</summary>
    public IReadOnlyList<PressOfficerPhone> Phones { get; init; } = [];

    /// <summary>Languages a journalist can speak with them, best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>When they may be called, week by week; where none are stated, at any hour.</summary>
    public IReadOnlyList<DutySpan> DutyHours { get; init; } = [];

    /// <summary>Days on which they are away.</summary>
    public IReadOnlyList<AbsenceDates> Absences { get; init; } = [];
}

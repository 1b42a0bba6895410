using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Publisher.Offices;

/// <summary>A person at an office that journalists may call.</summary>
internal sealed record PressOfficerRequest
{
    /// <summary>Lower-case letters, digits and hyphens; made from the name where it is left out.</summary>
    public string? Id { get; init; }

    /// <summary>Id of the office.</summary>
    public required string Office { get; init; }

    public required string Name { get; init; }

    /// <summary>Title by language.</summary>
    public Names Title { get; init; } = Names.None;

    public required string Email { get; init; }

    /// <summary>Telephone numbers in international form, best first, each with who may see it.</summary>
    public IReadOnlyList<PressOfficerPhone> Phones { get; init; } = [];

    /// <summary>Languages a journalist can speak with them, best first.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>
    /// When they may be called, week by week, by the clock of their office. Several spans a day are fine. An officer without any may be
    /// called at any hour, after those whose hours it is.
    /// </summary>
    public IReadOnlyList<DutySpan> DutyHours { get; init; } = [];

    /// <summary>Days on which they are away, first and last included. A span of duty hours that begins on such a day is not theirs.</summary>
    public IReadOnlyList<AbsenceDates> Absences { get; init; } = [];

    public PressOfficer ToPressOfficer(string? id, FieldErrors errors) => new()
    {
        Id = ChosenId.From(id, Id, Name, errors),
        Office = Office,
        Name = Name,
        Title = Title,
        Email = Email,
        Phones = Phones,
        Languages = Languages,
        DutyHours = DutyHours,
        Absences = Absences,
    };
}

using Distribution.Platform.Languages;
using Distribution.Publisher.Offices;

namespace Distribution.Web.Publisher.Offices;

/// <summary>Someone to call, and why.</summary>
internal sealed record OnDutyView
{
    /// <summary>Id of the press officer.</summary>
    public required string PressOfficer { get; init; }

    /// <summary>Id of their office, which may be above the one that was asked for.</summary>
    public required string Office { get; init; }

    public required string Name { get; init; }

    public required Names Title { get; init; }

    public required string Email { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>The numbers that are right at that instant.</summary>
    public required IReadOnlyList<PressOfficerPhone> Phones { get; init; }

    /// <summary>Why they may be called: it is within their hours, they have stated none, or they have a number for out of hours.</summary>
    public required DutyReason Reason { get; init; }

    /// <summary>Whether they speak the language that was asked for; true where none was.</summary>
    public required bool SpeaksLanguage { get; init; }

    public static OnDutyView From(OnDuty found)
    {
        var officer = found.Contact.Officer;
        return new()
        {
            PressOfficer = officer.Id,
            Office = officer.Office,
            Name = officer.Name,
            Title = officer.Title,
            Email = officer.Email,
            Languages = officer.Languages,
            Phones = found.Phones,
            Reason = found.Reason,
            SpeaksLanguage = found.Speaks,
        };
    }
}

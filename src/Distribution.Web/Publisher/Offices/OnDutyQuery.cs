using System.ComponentModel;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Publisher.Offices;

/// <summary>When somebody is wanted, and who can be spoken with.</summary>
internal sealed class OnDutyQuery
{
    private const string AtName = "at";
    private const string LanguageName = "language";

    [FromQuery(Name = AtName), Description("An instant with its offset, such as `2026-11-24T13:00:00Z`; now when left out. In an address the plus sign is written `%2B`.")]
    public string? At { get; init; }

    [FromQuery(Name = LanguageName), Description("A language tag; press officers who speak it come first at each office.")]
    public string? Language { get; init; }

    public DateTimeOffset? Instant => InstantText.Parse(At);

    public string? Tag => string.IsNullOrEmpty(Language) ? null : LanguageTag.Normalize(Language);

    /// <summary>The faults of the query, if any.</summary>
    public UnreadableProblem? Problem()
    {
        var errors = new FieldErrors();
        errors.Require(
            string.IsNullOrEmpty(At) || Instant >= DateTimeOffset.UnixEpoch,
            AtName,
            "is an instant with its offset, such as 2026-11-24T13:00:00Z or 2026-11-24T14:00:00%2B01:00, and not before 1970.");
        if (!string.IsNullOrEmpty(Language)) errors.Language(LanguageName, Language);
        return errors.Any ? new UnreadableProblem(errors: errors) : null;
    }
}

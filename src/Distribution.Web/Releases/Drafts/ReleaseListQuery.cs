using System.ComponentModel;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Resources;
using Microsoft.AspNetCore.Mvc;

namespace Distribution.Web.Releases.Drafts;

/// <summary>Which releases are wanted.</summary>
internal sealed class ReleaseListQuery
{
    [FromQuery(Name = "state"), Description("States; each as a parameter of its own.")]
    public string[]? States { get; init; }

    [FromQuery(Name = "office"), Description("Id of an office; those below it are included.")]
    public string? Office { get; init; }

    [FromQuery(Name = "author"), Description("Id of the user who created it or wrote its latest version.")]
    public string? Author { get; init; }

    [FromQuery(Name = "q"), Description("Words that its headlines have, in any language.")]
    public string? Text { get; init; }

    [FromQuery(Name = "from"), Description("Created at this instant or later.")]
    public DateTimeOffset? From { get; init; }

    [FromQuery(Name = "before"), Description("Created before this instant.")]
    public DateTimeOffset? Before { get; init; }

    [FromQuery(Name = "needsMyApproval"), Description("Whether only those are wanted that the caller is asked to approve, and may.")]
    public bool? NeedsMyApproval { get; init; }

    public ReleaseFilter Filter(OfficeTree offices, FieldErrors errors) => new()
    {
        States = errors.Words<ReleaseState>("state", States),
        Offices = Office is null ? [] : [.. offices.Ids.Where(id => offices.Upwards(id).Contains(Office)).DefaultIfEmpty(Office)],
        Author = Author,
        Text = Text,
        From = From,
        Before = Before,
        AwaitsApproval = NeedsMyApproval == true,
    };
}

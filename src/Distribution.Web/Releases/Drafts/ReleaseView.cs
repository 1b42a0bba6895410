using Distribution.Audiences.Selection;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;
using Distribution.Releases.Intake;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;
using Distribution.Web.Releases.Checks;

namespace Distribution.Web.Releases.Drafts;

/// <summary>A release with its texts.</summary>
internal sealed record ReleaseView
{
    public required string Id { get; init; }

    public required string Office { get; init; }

    public required IReadOnlyList<string> PressOfficers { get; init; }

    public required IReadOnlyList<string> Topics { get; init; }

    public required IReadOnlyList<string> Countries { get; init; }

    public required Audience Audience { get; init; }

    public required string OriginalLanguage { get; init; }

    /// <summary>The texts by language tag.</summary>
    public required IReadOnlyDictionary<string, TranslationView> Translations { get; init; }

    public required ReleaseState State { get; init; }

    /// <summary>Counts the edits from 1.</summary>
    public required int Version { get; init; }

    /// <summary>When it is to be sent; before it is scheduled only proposed.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>That time by the clock of the world and of the office.</summary>
    public TimesView? Times { get; init; }

    /// <summary>Whether it waits for all of its translations.</summary>
    public required TranslationPolicy TranslationPolicy { get; init; }

    /// <summary>How many hours a recipient waits for a promised translation in one of their languages.</summary>
    public required int WaitHours { get; init; }

    /// <summary>The approvals of its translations; an edit of their words ends them.</summary>
    public required IReadOnlyList<Approval> Approvals { get; init; }

    /// <summary>Why it was returned.</summary>
    public string? Note { get; init; }

    /// <summary>Id of the user who asked for approval.</summary>
    public string? SubmittedBy { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>Id of the user who wrote this version.</summary>
    public required string EditedBy { get; init; }

    /// <summary>Why it is not sent yet although its time has come.</summary>
    public string? Waiting { get; init; }

    public ReleaseSource? Source { get; init; }

    /// <summary>The page on the web that it is from.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Id of the user.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the user.</summary>
    public string? ScheduledBy { get; init; }

    /// <summary>When it became public.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>The hash of the distribution record by id of the dispatch, for those that are finished.</summary>
    public required IReadOnlyDictionary<string, string> RecordHashes { get; init; }

    /// <summary>Parts of the HTML in this request that were not taken over.</summary>
    public IReadOnlyList<DroppedPart> Dropped { get; init; } = [];

    /// <summary>The effect of this approval; only in the answer to an approval or a schedule.</summary>
    public ApprovalEffect? Effect { get; init; }

    /// <summary>The findings of the checks as an approver will see them; only in the answer to a submission.</summary>
    public ChecksView? Checks { get; init; }

    public static ReleaseView From(ReleaseDocument document, OfficeTree offices)
    {
        var release = document.Release;
        return new()
        {
            Id = release.Id,
            Office = release.Office,
            PressOfficers = release.PressOfficers,
            Topics = release.Topics,
            Countries = release.Countries,
            Audience = release.Audience,
            OriginalLanguage = release.OriginalLanguage,
            Translations = document.Translations.ToDictionary(text => text.Language, text => TranslationView.From(release, text)),
            State = release.State,
            Version = release.Version,
            SendAt = release.SendAt,
            Times = release.SendAt is { } at
                ? TimesView.From(at, offices.Find(release.Office) is { } office ? TimePlace.From(office) : null)
                : null,
            TranslationPolicy = release.TranslationPolicy,
            WaitHours = release.WaitHours,
            Approvals = release.Approvals,
            Note = release.Note,
            SubmittedBy = release.SubmittedBy,
            SubmittedAt = release.SubmittedAt,
            EditedBy = release.EditedBy ?? release.CreatedBy,
            Waiting = release.Waiting,
            Source = release.Source,
            CreatedBy = release.CreatedBy,
            CreatedAt = release.CreatedAt,
            ScheduledBy = release.ScheduledBy,
            ReleasedAt = release.ReleasedAt,
            RecordHashes = release.RecordHashes,
            SourceUrl = release.SourceUrl,
        };
    }
}

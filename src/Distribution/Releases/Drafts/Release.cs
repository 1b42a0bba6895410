using Distribution.Audiences.Selection;
using Distribution.Platform.Languages;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>One piece of news; its texts are its <see cref="Translation"/>s.</summary>
public sealed record Release
{
    public const int DefaultWaitHours = 24;

    public required string Id { get; init; }

    /// <summary>Id of the office it speaks for.</summary>
    public required string Office { get; init; }

    /// <summary>Ids of the press officers that journalists may call about it.</summary>
    public required IReadOnlyList<string> PressOfficers { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Countries it is about, ISO 3166-1 alpha-2.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    public required Audience Audience { get; init; }

    /// <summary>The language it was written in.</summary>
    public required string OriginalLanguage { get; init; }

    /// <summary>The headline of each translation, so that a list of releases needs no texts.</summary>
    public Names Headlines { get; init; } = Names.None;

    public ReleaseState State { get; init; }

    /// <summary>Counts the edits from 1; a dispatch sends one version.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Id of the user who wrote the latest version.</summary>
    public string? EditedBy { get; init; }

    /// <summary>When; null for the first version, which was written when the release was created.</summary>
    public DateTimeOffset? EditedAt { get; init; }

    /// <summary>Fields that its latest editor has changed in one sitting, as the audit has them already.</summary>
    public IReadOnlyList<string> EditedFields { get; init; } = [];

    /// <summary>When it is to be sent; before it is scheduled only proposed, and none means as soon as it is approved.</summary>
    public DateTimeOffset? SendAt { get; init; }

    public TranslationPolicy TranslationPolicy { get; init; }

    /// <summary>How many hours a recipient waits for a promised translation in one of their languages, before they get another.</summary>
    public int WaitHours { get; init; } = DefaultWaitHours;

    /// <summary>Id of the user who last asked for approval.</summary>
    public string? SubmittedBy { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    /// <summary>
    /// The approvals of its translations. None means that nobody approved it, or that it is from before there were approvals.
    /// </summary>
    public IReadOnlyList<Approval> Approvals { get; init; } = [];

    /// <summary>The note of the approver who returned it, for its author.</summary>
    public string? Note { get; init; }

    /// <summary>Why a release whose time has come is not sent yet, in words for its author.</summary>
    public string? Waiting { get; init; }

    /// <summary>The page on the web that it is from.</summary>
    public string? SourceUrl { get; init; }

    /// <summary>Where a program has it from.</summary>
    public ReleaseSource? Source { get; init; }

    /// <summary>Id of the user.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the user who scheduled it; they get a mail about the result.</summary>
    public string? ScheduledBy { get; init; }

    /// <summary>When it became public.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>When that was in fact; later than <see cref="ReleasedAt"/> where its dispatch had to wait.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>The version that was public first; its dispatch has this number, whatever translations come later.</summary>
    public int? ReleasedVersion { get; init; }

    /// <summary>
    /// The hash of the distribution record by id of the dispatch, for those that are finished; rehearsals are not among them.
    /// </summary>
    public IReadOnlyDictionary<string, string> RecordHashes { get; init; } = new Dictionary<string, string>();
}

using Distribution.Platform.Languages;

namespace Distribution.Releases.Drafts;

/// <summary>The part of a release that lists show, so that they read no release.</summary>
public sealed record ReleaseEntry
{
    public required string Id { get; init; }

    /// <summary>Id of the office it speaks for.</summary>
    public required string Office { get; init; }

    public required string OriginalLanguage { get; init; }

    /// <summary>The headline of each text.</summary>
    public Names Headlines { get; init; } = Names.None;

    public ReleaseState State { get; init; }

    public int Version { get; init; } = 1;

    /// <summary>Whether an approver has been asked and has not answered.</summary>
    public bool AwaitsApproval { get; init; }

    /// <summary>When it is to be sent; before it is scheduled only proposed.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>When it became public.</summary>
    public DateTimeOffset? ReleasedAt { get; init; }

    /// <summary>Id of the user.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the user who wrote the latest version.</summary>
    public required string EditedBy { get; init; }

    /// <summary>When they did.</summary>
    public required DateTimeOffset EditedAt { get; init; }

    /// <summary>Id of the user who last asked for approval.</summary>
    public string? SubmittedBy { get; init; }
}

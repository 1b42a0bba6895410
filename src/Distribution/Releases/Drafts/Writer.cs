namespace Distribution.Releases.Drafts;

/// <summary>Row that says which text of a release a user has open for writing.</summary>
public sealed record Writer
{
    /// <summary>Id of the user.</summary>
    public required string User { get; init; }

    /// <summary>Language tag of the text.</summary>
    public required string Language { get; init; }

    /// <summary>When their page last said so.</summary>
    public required DateTimeOffset At { get; init; }
}

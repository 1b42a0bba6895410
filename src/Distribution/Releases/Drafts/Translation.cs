namespace Distribution.Releases.Drafts;

/// <summary>A release's text in one language.</summary>
public sealed record Translation
{
    public required string Language { get; init; }

    public TranslationState State { get; init; }

    public required string Headline { get; init; }

    public string? Subheading { get; init; }

    /// <summary>The place of the news, as the author writes it; without one the office's name stands there.</summary>
    public string? Dateline { get; init; }

    public string? Summary { get; init; }

    /// <summary>Markdown.</summary>
    public required string Body { get; init; }

    /// <summary>The last part of its address in the newsroom; set when the release is scheduled.</summary>
    public string? Slug { get; init; }
}

public enum TranslationState
{
    /// <summary>Complete; may be approved and sent.</summary>
    Ready,

    /// <summary>Promised or being written; nobody is sent it.</summary>
    Draft,
}

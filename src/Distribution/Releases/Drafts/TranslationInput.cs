namespace Distribution.Releases.Drafts;

/// <summary>A release's text in one language, before it is looked at.</summary>
public sealed record TranslationInput
{
    /// <summary>
    /// A draft may be empty and stands for a translation that is promised. When left out, a text with headline and body is ready; one
    /// without is a draft in a draft release, and refused in any other.
    /// </summary>
    public TranslationState? State { get; init; }

    /// <summary>One line of up to 300 characters.</summary>
    public string Headline { get; init; } = "";

    public string? Subheading { get; init; }

    /// <summary>The place of the news; without one the office's name stands there.</summary>
    public string? Dateline { get; init; }

    public string? Summary { get; init; }

    /// <summary>Markdown, up to 100,000 characters.</summary>
    public string Body { get; init; } = "";

    /// <summary>The body in HTML instead, up to 500,000 characters; it is kept as Markdown, and the answer says what was dropped.</summary>
    public string? Html { get; init; }
}

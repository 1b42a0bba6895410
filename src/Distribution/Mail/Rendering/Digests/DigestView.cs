namespace Distribution.Mail.Rendering.Digests;

/// <summary>A digest as the templates print it; everything in it is cleaned.</summary>
internal sealed record DigestView
{
    public required string Language { get; init; }

    public required string Direction { get; init; }

    public required IReadOnlyDictionary<string, string> Phrases { get; init; }

    public required string Subject { get; init; }

    /// <summary>Shown beside the subject in a list of mails, and not in the mail.</summary>
    public required string Preheader { get; init; }

    public required string Organisation { get; init; }

    public required string Date { get; init; }

    public required IReadOnlyList<DigestItemView> Items { get; init; }

    public required string Reason { get; init; }

    public required string ReasonHtml { get; init; }

    public string FirstNotice { get; } = Placeholder.Mark(Placeholder.Notice);

    public string Unsubscribe { get; } = Placeholder.Mark(Placeholder.Unsubscribe);

    public required string Newsroom { get; init; }

    /// <summary>The page where the recipient asks for a link to their preferences.</summary>
    public required string Preferences { get; init; }

    public required IReadOnlyList<string> PostalAddress { get; init; }
}

/// <summary>A release in a digest as the templates print it.</summary>
internal sealed record DigestItemView(
    string Headline, string Language, string Direction, string Place, string Date, string Summary, string Link);

using Distribution.Mail.Rendering;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// Whom the mails of a dispatch in one language say to call; kept, since officers and offices change and what was said does not.
/// </summary>
public sealed record SentContactBlock
{
    public required string Language { get; init; }

    /// <summary>When it was first written; all mails of the dispatch in the language have it so.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Officers, or else the office.</summary>
    public required IReadOnlyList<MailContactView> Contacts { get; init; }
}

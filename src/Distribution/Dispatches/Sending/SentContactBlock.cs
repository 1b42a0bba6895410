using Distribution.Mail.Rendering;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// The contact block in the mails of a dispatch in one language; kept, since press officers and offices change and sent mails do not.
/// </summary>
public sealed record SentContactBlock
{
    public required string Language { get; init; }

    /// <summary>When it was first written; all mails of the dispatch in the language have it so.</summary>
    public required DateTimeOffset WrittenAt { get; init; }

    /// <summary>Officers, or else the office.</summary>
    public required IReadOnlyList<MailContactView> Contacts { get; init; }
}

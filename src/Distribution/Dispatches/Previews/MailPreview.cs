using Distribution.Audiences.Selection;
using Distribution.Platform.Languages;
using MimeKit;

namespace Distribution.Dispatches.Previews;

/// <summary>A release's mail as one recipient would get it.</summary>
public sealed record MailPreview
{
    /// <summary>The language of the mail.</summary>
    public required string Language { get; init; }

    /// <summary>Why it is that one.</summary>
    public required LanguageReason LanguageReason { get; init; }

    /// <summary>Whether the recipient would be mailed, and why or why not.</summary>
    public required AudienceExplanation Why { get; init; }

    /// <summary>Those of the mail and then those of its content. A signature is not among them: it is made when a mail is sent.</summary>
    public required IReadOnlyList<MailHeader> Headers { get; init; }

    /// <summary>The plain text, decoded.</summary>
    public required string Text { get; init; }

    /// <summary>The HTML, decoded.</summary>
    public required string Html { get; init; }

    internal static MailPreview From(WrittenMailPreview written)
    {
        using MemoryStream source = new(written.Source.ToArray());
        using var message = MimeMessage.Load(source);
        return new()
        {
            Language = written.Reader.Language,
            LanguageReason = written.Reader.LanguageReason,
            Why = written.Reader.Explanation,
            Headers = [.. message.Headers.Concat(message.Body!.Headers).Select(header => new MailHeader(header.Field, header.Value))],
            Text = message.TextBody ?? "",
            Html = message.HtmlBody ?? "",
        };
    }
}

/// <summary>A header of a mail, decoded and on one line.</summary>
public sealed record MailHeader(string Name, string Value);

using System.Net;
using Distribution.Platform.Languages;
using Distribution.Publisher.Organisations;

namespace Distribution.Mail.Outbox;

/// <summary>The content of a short mail with one link, as text and as HTML with a button.</summary>
public sealed record LinkMail
{
    public required string Language { get; init; }

    /// <summary>The first sentences.</summary>
    public required string Opening { get; init; }

    /// <summary>Further points, one a line.</summary>
    public IReadOnlyList<string> Points { get; init; } = [];

    /// <summary>The effect of following the link.</summary>
    public required string Button { get; init; }

    public required Uri Link { get; init; }

    /// <summary>Advice in case it was somebody else.</summary>
    public required string Closing { get; init; }

    public string ToText()
    {
        var points = Points.Count == 0 ? "" : $"{string.Join('\n', Points.Select(point => $"- {point}"))}\n\n";
        return $"{Opening}\n\n{points}{Button}\n{Link.AbsoluteUri}\n\n{Closing}\n";
    }

    /// <param name="colours">The organisation's.</param>
    internal string ToHtml(MailColours colours)
    {
        static string Html(string text) => WebUtility.HtmlEncode(text);
        var points = Points.Count == 0 ? "" : $"<ul>{string.Concat(Points.Select(point => $"<li>{Html(point)}</li>"))}</ul>";
        return $"""
            <!DOCTYPE html>
            <html lang="{Language}" dir="{LanguageTag.Direction(Language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{Html(Button)}</title></head>
            <body style="margin: 0; padding: 24px 16px; font-family: -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif; font-size: 16px; line-height: 1.6;">
            <div style="max-width: 560px; margin: 0 auto;">
            <p>{Html(Opening)}</p>
            {points}
            <p style="margin: 24px 0;"><a href="{Html(Link.AbsoluteUri)}" style="display: inline-block; padding: 12px 24px; background-color: {colours.Accent}; color: #ffffff; text-decoration: none; font-weight: bold; border-radius: 4px;">{Html(Button)}</a></p>
            <p>{Html(Closing)}</p>
            </div>
            </body>
            </html>

            """;
    }
}

using System.Net;
using MimeKit;

namespace Distribution.Mail;

/// <summary>
/// The text and HTML parts of a mail. Quoted-printable and not format=flowed: text is pasted into newsroom systems, where a paragraph must
/// stay one paragraph, and mail readers that do not know format=flowed would break it at every line.
/// </summary>
internal sealed class MailBody(string text, string html)
{
    private readonly GappedText text = new(text);
    private readonly GappedText html = new(html);
    private readonly string boundary = $"=-{Guid.NewGuid():N}";

    public MimeEntity Fill(string lists, string leave)
    {
        MultipartAlternative both = new() { Boundary = boundary };
        both.Add(Part("plain", text.Fill(Values(lists, leave))));
        both.Add(Part("html", html.Fill(Values(WebUtility.HtmlEncode(lists), WebUtility.HtmlEncode(leave)))));
        return both;
    }

    private static Dictionary<string, string> Values(string lists, string leave) => new() { [Gap.Lists] = lists, [Gap.Leave] = leave };

    private static TextPart Part(string subtype, byte[] encoded)
    {
        TextPart part = new(subtype)
        {
            Content = new MimeContent(new MemoryStream(encoded, writable: false), ContentEncoding.QuotedPrintable),
            ContentTransferEncoding = ContentEncoding.QuotedPrintable,
        };
        part.ContentType.Charset = "utf-8";
        return part;
    }
}

using System.Collections.Concurrent;
using System.Net;
using System.Text;
using Distribution.Mail.Headers;

namespace Distribution.Mail.Rendering;

/// <summary>
/// The text and HTML parts of a mail, encoded once. Quoted-printable and not format=flowed: text is pasted into newsroom systems, where a
/// paragraph must stay one paragraph, and mail readers that do not know format=flowed would break it at every line.
/// </summary>
internal sealed class MailBody
{
    private readonly TextWithPlaceholders text;
    private readonly TextWithPlaceholders html;
    private readonly string boundary = $"=-{Guid.NewGuid():N}";
    private readonly ConcurrentDictionary<string, byte[]> names = new();
    private readonly byte[] beforeText;
    private readonly byte[] beforeHtml;
    private readonly byte[] end;

    public MailBody(string text, string html)
    {
        (this.text, this.html) = (new(text), new(html));
        (beforeText, beforeHtml, end) = (PartHead("plain"), [.. "\r\n"u8, .. PartHead("html")], Encoding.ASCII.GetBytes($"\r\n--{boundary}--\r\n"));
    }

    /// <summary>The body for one recipient.</summary>
    /// <param name="lists">Names of the media lists they are on.</param>
    /// <param name="leave">Address of the unsubscribe page.</param>
    /// <param name="notice">The notice of a first mail, as text and as HTML.</param>
    public WrittenBody Fill(string lists, string leave, (string Text, string Html)? notice = null) => new(
        boundary,
        [
            beforeText, .. text.Fill(Value(lists, leave, notice?.Text)),
            beforeHtml, .. html.Fill(Value(WebUtility.HtmlEncode(lists), WebUtility.HtmlEncode(leave), notice?.Html)),
            end,
        ]);

    private byte[] PartHead(string subtype) => Encoding.ASCII.GetBytes(
        $"--{boundary}\r\nContent-Type: text/{subtype}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n");

    /// <summary>The names of lists are the same for many recipients.</summary>
    private Func<string, byte[]> Value(string lists, string leave, string? notice)
    {
        var encoded = QuotedPrintable.Encode(leave);
        return placeholder => placeholder switch
        {
            Placeholder.Unsubscribe => encoded,
            Placeholder.Notice => notice is null ? [] : QuotedPrintable.Encode(notice),
            _ => names.GetOrAdd(lists, QuotedPrintable.Encode),
        };
    }
}

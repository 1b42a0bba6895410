using System.Buffers;
using System.Text;
using Distribution.Audiences.MediaLists;
using Distribution.Mail.Rendering;
using Distribution.Platform.Text;
using MimeKit;
using MimeKit.Utils;

namespace Distribution.Mail.Headers;

/// <summary>
/// The headers of a release's mails: those that all share are written once, and the others as bytes that nobody reads again.
/// </summary>
internal sealed class ReleaseHeaders
{
    /// <summary>A longer name is folded.</summary>
    private const int LongestPlainName = 60;

    /// <summary>Of a line with an encoded word (RFC 2047, section 2).</summary>
    private const int LongestLine = 76;

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 ");
    private static readonly Header MessageId = new(HeaderId.MessageId, "");
    private static readonly Header Unsubscribe = new(HeaderId.ListUnsubscribe, "");
    private static readonly Header Recipient = new(HeaderId.To, "");

    private static readonly Header Automatic = new(HeaderId.AutoSubmitted, "auto-generated");

    private readonly List<Header> shared;
    private readonly Dictionary<string, Header> listIds;
    private DateOfSecond date = new(0, new Header(HeaderId.Date, ""));

    public ReleaseHeaders(MailContext context, string language, string subject, string sender, PublicLinks links)
    {
        shared =
        [
            Mailbox(HeaderId.From, sender, context.Organisation.SenderAddress),
            Mailbox(HeaderId.ReplyTo, sender, context.Office.ReplyAddress),
            HeaderLines.Create(HeaderId.Subject, PrintableText.Line(subject)),
            new(HeaderId.ContentLanguage, language),
            Raw(HeaderId.ListHelp, $"<{links.Newsroom(language).AbsoluteUri}>"),
            Raw(HeaderId.ListOwner, $"<mailto:{MailtoLink.Create(PrintableText.Line(context.Office.ReplyAddress))}>"),
            Raw(HeaderId.ListArchive, $"<{links.Newsroom(language).AbsoluteUri}>"),
            Raw(HeaderId.ListPost, "NO"),
            Raw(HeaderId.ListUnsubscribePost, "List-Unsubscribe=One-Click"),
            AutoResponses.Suppressed(),
            Raw(HeaderId.MimeVersion, "1.0"),
        ];
        listIds = context.Lists.Values.ToDictionary(list => list.Id, list => ListId(list, language, links.Host));
    }

    /// <summary>Whether the mail says that nobody has sent it by hand (RFC 3834, section 5): a digest does, a release does not.</summary>
    public bool IsAutomatic { get; init; }

    /// <summary>
    /// The <c>mailto:</c> link to leave by, without the recipient's token at its end; null where nobody reads what comes of it.
    /// </summary>
    public string? UnsubscribeMailto { get; init; }

    /// <param name="recipient">The recipient of the mail.</param>
    /// <param name="now">When it is written.</param>
    /// <param name="leave">Address of the unsubscribe page.</param>
    public MimeMessage NewMessage(MailRecipient recipient, DateTimeOffset now, string leave)
    {
        List<Header> headers = new(shared.Count + 5);
        foreach (var header in shared) headers.Add(header.Clone());
        if (IsAutomatic) headers.Add(Automatic.Clone());
        headers.Add(Raw(MessageId, $"<{recipient.MessageId}>"));
        headers.Add(Date(now));
        headers.Add(To(recipient));
        headers.Add(Raw(
            Unsubscribe, UnsubscribeMailto is null ? $"<{leave}>" : $"<{leave}>,\r\n <{UnsubscribeMailto}{recipient.UnsubscribeToken}>"));
        foreach (var list in recipient.Lists)
        {
            if (!listIds.TryGetValue(list, out var listId)) continue;
            headers.Add(listId.Clone());
            break;
        }

        return new(headers);
    }

    private Header Date(DateTimeOffset now)
    {
        var second = now.ToUnixTimeSeconds();
        if (date.Second != second) date = new(second, Raw(HeaderId.Date, DateUtils.FormatDate(now)));
        return date.Header.Clone();
    }

    private static Header To(MailRecipient recipient)
    {
        if (recipient.Name.Length <= LongestPlainName
            && !recipient.Name.AsSpan().ContainsAnyExcept(Plain)
            && Ascii.IsValid(recipient.Address))
            return Raw(Recipient, recipient.Name.Length == 0 ? recipient.Address : $"{recipient.Name} <{recipient.Address}>");
        return Mailbox(HeaderId.To, PrintableText.Line(recipient.Name), recipient.Address);
    }

    private static Header Mailbox(HeaderId id, string name, string address)
    {
        InternetAddressList list = [new MailboxAddress(Encoding.UTF8, name, address)];
        return Ascii.IsValid(address) ? HeaderLines.Create(id, list.ToString()) : HeaderLines.CreateInternational(id, list.ToString());
    }

    // RFC 2919, section 2: the identifier stays the same, whatever the list is called and in whichever language. The name is a phrase, so
    // that a comma in it is quoted (section 3).
    private static Header ListId(MediaList list, string language, string host)
    {
        var name = PrintableText.Line(list.Names.In(language)).Replace("<", "", StringComparison.Ordinal)
            .Replace(">", "", StringComparison.Ordinal);
        return Raw(
            HeaderId.ListId, Folded($"{Encoding.ASCII.GetString(Rfc2047.EncodePhrase(Encoding.UTF8, name))} <{list.Id}.lists.{host}>"));
    }

    private static string Folded(string value)
    {
        StringBuilder lines = new();
        var column = nameof(HeaderId.ListId).Length + 1;
        foreach (var word in value.Split(' '))
        {
            if (lines.Length > 0)
            {
                if (column + 1 + word.Length > LongestLine) (column, _) = (0, lines.Append("\r\n"));
                lines.Append(' ');
            }

            lines.Append(word);
            column += 1 + word.Length;
        }

        return lines.ToString();
    }

    private static Header Raw(HeaderId id, string value) => Raw(new Header(id, ""), value);

    // Addresses in these headers stand whole on one line (RFC 2369, section 2), not folded or encoded as words would be.
    private static Header Raw(Header like, string value)
    {
        var header = like.Clone();
        header.SetRawValue(Encoding.ASCII.GetBytes($" {value}\r\n"));
        return header;
    }

    private sealed record DateOfSecond(long Second, Header Header);
}

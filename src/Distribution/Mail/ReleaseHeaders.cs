using System.Text;
using Distribution.MediaLists;
using Distribution.Texts;
using MimeKit;

namespace Distribution.Mail;

/// <summary>The headers of a release's mails: those that all share are written once.</summary>
internal sealed class ReleaseHeaders
{
    private readonly List<Header> shared;
    private readonly Dictionary<string, Header> listIds;

    public ReleaseHeaders(MailContext context, string language, string subject, string sender, PublicLinks links)
    {
        shared =
        [
            Mailbox(HeaderId.From, sender, context.Organisation.SenderAddress),
            Mailbox(HeaderId.ReplyTo, sender, context.Office.ReplyAddress),
            new(HeaderId.Subject, PrintableText.Line(subject)),
            new(HeaderId.ContentLanguage, language),
            Raw(HeaderId.ListHelp, $"<{links.Newsroom(language).AbsoluteUri}>"),
            Raw(HeaderId.ListOwner, $"<mailto:{MailtoLink.Of(PrintableText.Line(context.Office.ReplyAddress))}>"),
            Raw(HeaderId.ListArchive, $"<{links.Newsroom(language).AbsoluteUri}>"),
            Raw(HeaderId.ListPost, "NO"),
        ];
        listIds = context.Lists.Values.ToDictionary(list => list.Id, list => ListId(list, language, links.Host));
    }

    public MimeMessage NewMessage(MailRecipient recipient, DateTimeOffset now, Uri leave)
    {
        MimeMessage message = new(shared.Select(header => header.Clone()))
        {
            MessageId = recipient.MessageId,
            Date = now,
        };
        message.To.Add(new MailboxAddress(Encoding.UTF8, PrintableText.Line(recipient.Name), recipient.Address));
        if (recipient.Lists.Select(listIds.GetValueOrDefault).FirstOrDefault(header => header is not null) is { } listId)
            message.Headers.Add(listId.Clone());
        message.Headers.Add(Raw(HeaderId.ListUnsubscribe, $"<{leave.AbsoluteUri}>"));
        message.Headers.Add("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        return message;
    }

    private static Header Mailbox(HeaderId id, string name, string address)
    {
        InternetAddressList list = [new MailboxAddress(Encoding.UTF8, name, address)];
        return new(id, list.ToString());
    }

    // RFC 2919, section 2: the identifier stays the same, whatever the list is called and in whichever language.
    private static Header ListId(MediaList list, string language, string host)
    {
        var name = PrintableText.Line(list.Names.In(language)).Replace("<", "", StringComparison.Ordinal).Replace(">", "", StringComparison.Ordinal);
        return new(HeaderId.ListId, $"{name} <{list.Id}.lists.{host}>");
    }

    // Addresses in these headers stand whole on one line (RFC 2369, section 2), not folded or encoded as words would be.
    private static Header Raw(HeaderId id, string value)
    {
        Header header = new(id, "");
        header.SetRawValue(Encoding.ASCII.GetBytes($" {value}\r\n"));
        return header;
    }
}

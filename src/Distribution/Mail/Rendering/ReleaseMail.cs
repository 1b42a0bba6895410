using Distribution.Mail.Headers;
using Distribution.Platform.Languages;
using MimeKit;

namespace Distribution.Mail.Rendering;

/// <summary>The mail of one release version in one language: written and encoded once, then made out to each recipient.</summary>
public sealed class ReleaseMail
{
    private readonly ReleaseHeaders headers;
    private readonly ListNames lists;
    private readonly MailBody body;
    private readonly MailBody bodyWithOthers;
    private readonly NoticeText notice;
    private readonly string unsubscribePages;
    private readonly TimeProvider clock;

    internal ReleaseMail(
        string language, ReleaseHeaders headers, ListNames lists, MailBody body, MailBody bodyWithOthers, NoticeText notice, PublicLinks links, TimeProvider clock)
    {
        Language = language;
        this.headers = headers;
        this.lists = lists;
        this.body = body;
        this.bodyWithOthers = bodyWithOthers;
        this.notice = notice;
        unsubscribePages = links.Unsubscribe("").AbsoluteUri;
        this.clock = clock;
    }

    public string Language { get; }

    /// <summary>Bytes of the mail's body, names of lists and headers aside.</summary>
    public long Size => bodyWithOthers.Fill("", unsubscribePages).Length;

    public MimeMessage To(MailRecipient recipient)
    {
        var leave = unsubscribePages + recipient.UnsubscribeToken;
        var message = headers.NewMessage(recipient, clock.GetUtcNow(), leave);
        message.Body = (PrefersAnother(recipient.Languages) ? bodyWithOthers : body).Fill(lists.Of(recipient.Lists), leave, NoticeOf(recipient, leave));
        return message;
    }

    private (string Text, string Html)? NoticeOf(MailRecipient recipient, string leave) =>
        recipient.Notice is { } first ? (notice.Text(first, leave), notice.Html(first, leave)) : null;

    /// <summary>Whether the recipient would rather have had another language than this one.</summary>
    private bool PrefersAnother(IReadOnlyList<string> languages) =>
        languages.Count > 0 && MailLanguage.Best(languages[0], [Language]) is null;
}

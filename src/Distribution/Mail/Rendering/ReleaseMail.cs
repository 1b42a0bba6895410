using System.Collections.Concurrent;
using Distribution.Mail.Headers;
using Distribution.Platform.Languages;
using MimeKit;

namespace Distribution.Mail.Rendering;

/// <summary>
/// The mail of one release version in one language: written and encoded once for all who read the same languages, then made out to each
/// recipient.
/// </summary>
public sealed class ReleaseMail
{
    private readonly ReleaseHeaders headers;
    private readonly ListNames lists;
    private readonly Func<IReadOnlyList<string>, MailBody> write;
    private readonly ConcurrentDictionary<string, Lazy<MailBody>> bodies = new(StringComparer.Ordinal);
    private readonly IReadOnlyList<string> others;
    private readonly NoticeText notice;
    private readonly string unsubscribePages;
    private readonly TimeProvider clock;

    internal ReleaseMail(
        string language,
        ReleaseHeaders headers,
        ListNames lists,
        Func<IReadOnlyList<string>, MailBody> write,
        IReadOnlyList<string> others,
        NoticeText notice,
        PublicLinks links,
        TimeProvider clock)
    {
        Language = language;
        this.headers = headers;
        this.lists = lists;
        this.write = write;
        this.others = others;
        this.notice = notice;
        unsubscribePages = links.Unsubscribe("").AbsoluteUri;
        this.clock = clock;
    }

    public string Language { get; }

    /// <summary>Bytes of the mail's body, names of lists and headers aside.</summary>
    public long Size => BodyFor(others).Fill("", unsubscribePages).Length;

    public MimeMessage To(MailRecipient recipient)
    {
        var leave = unsubscribePages + recipient.UnsubscribeToken;
        var message = headers.NewMessage(recipient, clock.GetUtcNow(), leave);
        var own = BodyFor(OthersFor(recipient.Languages));
        message.Body = own.Fill(lists.Of(recipient.Lists), leave, NoticeOf(recipient, leave));
        return message;
    }

    private (string Text, string Html)? NoticeOf(MailRecipient recipient, string leave) =>
        recipient.Notice is { } first ? (notice.Text(first, leave), notice.Html(first, leave)) : null;

    /// <summary>One for each set of languages that recipients read beside the mail's: few, whatever the number of recipients.</summary>
    private MailBody BodyFor(IReadOnlyList<string> languages) =>
        bodies.GetOrAdd(string.Join(' ', languages), _ => new(() => write(languages))).Value;

    /// <summary>The other languages of the release that the recipient reads.</summary>
    private IReadOnlyList<string> OthersFor(IReadOnlyList<string> languages) =>
        languages.Count == 0 || others.Count == 0
            ? []
            : [.. others.Where(other => languages.Any(language => MailLanguage.Best(language, [other]) is not null))];
}

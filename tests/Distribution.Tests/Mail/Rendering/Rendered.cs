using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Distribution.Mail.Headers;
using Distribution.Mail.Rendering;
using Distribution.Testing;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;

namespace Distribution.Tests.Mail.Rendering;

/// <summary>A mail as its reader's program has it: written out, sent as bytes, read back.</summary>
internal sealed class Rendered
{
    public static readonly DateTimeOffset Now = new(2026, 3, 12, 14, 0, 30, TimeSpan.Zero);

    private Rendered(byte[] bytes)
    {
        Raw = Encoding.ASCII.GetString(bytes);
        Message = MimeMessage.Load(new MemoryStream(bytes));
        Html = new HtmlParser().ParseDocument(Message.HtmlBody!);
    }

    public string Raw { get; }

    public MimeMessage Message { get; }

    public IDocument Html { get; }

    public string Text => Message.TextBody!.ReplaceLineEndings("\n");

    public string? Header(string name) => Message.Headers[name];

    public static Rendered In(string language) => In(language, SampleData.Context, SampleData.Recipient(language));

    public static Rendered In(string language, MailContext context, MailRecipient recipient) =>
        From(NewRender().In(context, language).To(recipient));

    public static Rendered From(MimeMessage mail)
    {
        using MemoryStream bytes = new();
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        mail.Prepare(EncodingConstraint.SevenBit);
        mail.WriteTo(format, bytes, TestContext.Current.CancellationToken);
        return new(bytes.ToArray());
    }

    public static RenderRelease NewRender() =>
        new(
            new PublicLinks(Options.Create(new PublicOptions { Address = "https://news.reefs.example.org" })),
            new UnsubscribeMailto(Options.Create(new UnsubscribeOptions())),
            new FakeTimeProvider(Now));
}

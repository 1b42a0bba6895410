using Distribution.Mail.Rendering;
using MimeKit;

namespace Distribution.Benchmarks.Parts;

/// <summary>The mail that is measured with: a release whose mail has about the bytes wanted, and the same as a peer would send it.</summary>
internal sealed record BenchmarkMail(string From, string Subject, string Text, string Html)
{
    private const string Sentence = "The harbour of Port of Spain is open to all ships again, the ministry said on Tuesday after an inspection of the pier. ";

    /// <summary>The release's body.</summary>
    public required string Body { get; init; }

    /// <summary>Size of the whole mail.</summary>
    public required int Bytes { get; init; }

    public static async Task<BenchmarkMail> OfBytesAsync(PressRoom room, int bytes, CancellationToken cancellationToken)
    {
        var release = await room.DraftAsync("x", [], cancellationToken);
        var context = await room.Get<MailContextReader>().ReadAsync(release.Id, cancellationToken);
        for (var sentences = 1; ; sentences++)
        {
            var mail = Write(room, context, Paragraphs(sentences));
            if (mail.Bytes >= bytes) return mail;
        }
    }

    /// <summary>The release's mail of that size, rendered and not yet made out to anybody.</summary>
    public static async Task<ReleaseMail> ReleaseAsync(PressRoom room, int bytes, CancellationToken cancellationToken)
    {
        var mail = await OfBytesAsync(room, bytes, cancellationToken);
        var release = await room.DraftAsync(mail.Body, [], cancellationToken);
        return room.Get<RenderRelease>().In(await room.Get<MailContextReader>().ReadAsync(release.Id, cancellationToken), "en");
    }

    private static string Paragraphs(int sentences) =>
        string.Concat(Enumerable.Range(1, sentences).Select(number => Sentence + (number % 4 == 0 ? "\n\n" : "")));

    private static BenchmarkMail Write(PressRoom room, MailContext context, string body)
    {
        var written = context with { Translations = [context.Translations[0] with { Body = body }] };
        var format = FormatOptions.Default.Clone();
        format.NewLineFormat = NewLineFormat.Dos;
        using MemoryStream bytes = new();
        using var mail = room.Get<RenderRelease>().In(written, "en")
            .To(new("id@example.org", "reader10000@example.org", "Reader Number 10000", ["en"], [], new string('t', 72)));
        mail.WriteTo(format, bytes, CancellationToken.None);
        bytes.Position = 0;
        using var read = MimeMessage.Load(bytes, CancellationToken.None);
        return new(read.From.ToString(), read.Subject!, read.TextBody!, read.HtmlBody!) { Body = body, Bytes = (int)bytes.Length };
    }
}

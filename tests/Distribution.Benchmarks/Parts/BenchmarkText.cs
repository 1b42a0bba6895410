using Distribution.Dispatches;
using Distribution.Mail;
using MimeKit.IO;

namespace Distribution.Benchmarks.Parts;

/// <summary>A release's text of such a length that its mail has the bytes wanted.</summary>
internal static class BenchmarkText
{
    private const string Sentence = "The harbour of Port of Spain is open to all ships again, the ministry said on Tuesday after an inspection of the pier. ";

    public static async Task<string> OfMailAsync(PressRoom room, int bytes, CancellationToken cancellationToken)
    {
        var release = await room.ScheduleAsync([], "x", cancellationToken);
        var context = await room.Get<MailContextReader>().ReadAsync(release.Id, cancellationToken);
        var sentences = 1;
        while (Size(room, context, Text(sentences)) < bytes) sentences++;
        return Text(sentences);
    }

    private static string Text(int sentences) => string.Concat(Enumerable.Range(1, sentences).Select(number => Sentence + (number % 4 == 0 ? "\n\n" : "")));

    private static long Size(PressRoom room, MailContext context, string text)
    {
        var written = context with { Translations = [context.Translations[0] with { Body = text }] };
        using MeasuringStream measure = new();
        room.Get<RenderRelease>().In(written, "en")
            .To(new("id@example.org", "reader10000@example.org", "Reader Number 10000", ["en"], [], new string('t', 72))).WriteTo(measure, CancellationToken.None);
        return measure.Length;
    }
}

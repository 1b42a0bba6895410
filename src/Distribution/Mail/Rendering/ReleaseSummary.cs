using Distribution.Platform.Text;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Rendering;

/// <summary>A release in a few words: its author's, else the beginning of the text. Pure.</summary>
internal static class ReleaseSummary
{
    /// <summary>Characters of a text's beginning, where its author has written no summary.</summary>
    private const int LongestOpening = 400;

    /// <summary>Characters that mail programs show beside a subject, at the most.</summary>
    private const int LongestPreheader = 200;

    public static string From(Translation text) => PrintableText.Line(text.Summary ?? Cut(Prose.Parse(text.Body).Opening, LongestOpening));

    /// <summary>
    /// The line that mail programs show beside the subject in the list of mails. Without one they show how the mail begins: its sender and
    /// its headline once more.
    /// </summary>
    public static string Preheader(Translation text) => Cut(text.Summary is null ? SubheadingOf(text) : From(text), LongestPreheader);

    /// <summary>The whole words of a line up to a number of characters.</summary>
    public static string Cut(string line, int longest)
    {
        if (line.Length <= longest) return line;
        var end = line.LastIndexOf(' ', longest);
        return $"{line[..(end > 0 ? end : longest)]} …";
    }

    private static string SubheadingOf(Translation text) =>
        PrintableText.Line(text.Subheading) is { Length: > 0 } subheading ? subheading : From(text);
}

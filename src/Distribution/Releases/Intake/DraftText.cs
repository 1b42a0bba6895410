using System.Text.RegularExpressions;
using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Intake;

/// <summary>
/// Finds headline, subheading and body in a text that somebody has written elsewhere; pure. Its answer is shown to the author, who
/// mends it: it may be wrong, and loses no words.
/// </summary>
public static partial class DraftText
{
    private const int LongestLine = 300;

    /// <param name="text">Markdown, with front matter or without; plain text; or HTML.</param>
    /// <param name="language">The language that its author says it is in.</param>
    /// <param name="errors">Get what keeps it from being read, as <c>text</c>.</param>
    /// <returns>The fields found, and what was not taken over; null where there are errors.</returns>
    public static (string Language, TranslationInput Text, IReadOnlyList<DroppedPart> Dropped)? Read(
        string text, string language, FieldErrors errors)
    {
        text = TextCharacters.Mend(text).ReplaceLineEndings("\n").Trim();
        if (text.StartsWith("---\n", StringComparison.Ordinal)) return FrontMatter(text, errors);
        IReadOnlyList<DroppedPart> dropped = [];
        if (Html().IsMatch(text))
        {
            FieldErrors faults = new();
            (var read, dropped) = AcceptHtml.From(language, new() { Html = text }, null, faults);
            foreach (var fault in faults.ToDictionary()) errors.Add("text", fault.Value[0]);
            if (errors.Any) return null;
            text = read.Body.Trim();
        }

        if (text.Length > 0) return (language, Fields(text), dropped);
        errors.Add("text", "has no words in it.");
        return null;
    }

    private static (string, TranslationInput, IReadOnlyList<DroppedPart>)? FrontMatter(string text, FieldErrors errors)
    {
        var (release, problem) = MarkdownRelease.Parse(text);
        if (release is null)
        {
            errors.Add("text", problem!);
            return null;
        }

        var language = (string)release["originalLanguage"]!;
        var fields = release["translations"]![language]!;
        string Word(string name) => (string?)fields[name] ?? "";
        return (
            language,
            new()
            {
                Headline = Word("headline"),
                Subheading = Word("subheading"),
                Dateline = Word("dateline"),
                Summary = Word("summary"),
                Body = Word("body"),
            },
            []);
    }

    private static TranslationInput Fields(string text)
    {
        // Copied from a word processor as plain text, each paragraph is one line.
        if (!text.Contains("\n\n", StringComparison.Ordinal)) text = text.Replace("\n", "\n\n", StringComparison.Ordinal);
        List<string> blocks = [.. Blocks().Split(text).Select(block => block.Trim()).Where(block => block.Length > 0)];
        while (blocks.Count > 1 && Label().IsMatch(blocks[0])) blocks.RemoveAt(0);
        var headline = Take(blocks, block => IsLine(block)) ?? "";
        var subheading = Take(blocks, block => IsLine(block) && !Sentence().IsMatch(block) && !Dateline.OpensWithSome(block));
        return new() { Headline = headline, Subheading = subheading, Body = string.Join("\n\n", blocks) };
    }

    private static string? Take(List<string> blocks, Func<string, bool> isIt)
    {
        if (blocks.Count < 2 || !isIt(blocks[0])) return null;
        var line = Marks().Replace(blocks[0], "");
        blocks.RemoveAt(0);
        return line;
    }

    private static bool IsLine(string block) =>
        block.Length <= LongestLine && !block.Contains('\n', StringComparison.Ordinal) && !ListItem().IsMatch(block);

    [GeneratedRegex(
        @"^\s*<(!doctype|html|head|body|meta|article|div|p|h[1-6]|span|table|section)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Html();

    [GeneratedRegex(@"\n[ \t]*\n+", RegexOptions.CultureInvariant)]
    private static partial Regex Blocks();

    /// <summary>Words above a headline that say only what kind of text it is.</summary>
    [GeneratedRegex(
        @"^[#*_\s]*(for immediate release|(press|news|media) release|communiqué( de presse)?|pour diffusion immédiate"
            + "|comunicado( de prensa)?"
        + @"|nota de prensa|para (su )?publicación inmediata|nota à imprensa)[*_:.\s]*\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex(@"[.!?…:;][*_»”""']*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Sentence();

    [GeneratedRegex(@"^([-*+]|\d+[.)]|>|\|)\s", RegexOptions.CultureInvariant)]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^#{1,6}\s+|^(\*\*|__)(?=.*(\*\*|__)\z)|(?<=^(\*\*|__).*)(\*\*|__)\z", RegexOptions.CultureInvariant)]
    private static partial Regex Marks();
}

using Distribution.Platform.Text;
using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Intake;

/// <summary>Takes over what programs send as HTML; pure.</summary>
public static class AcceptHtml
{
    /// <summary>Longest HTML of one text; what is left of it as Markdown is held against the limit of bodies.</summary>
    private const int LongestHtml = 500_000;

    /// <returns>The release with every text in Markdown, and what was dropped on the way.</returns>
    public static (ReleaseInput Input, IReadOnlyList<DroppedPart> Dropped) From(ReleaseInput input, FieldErrors errors)
    {
        if (input.Translations.Values.All(text => text?.Html is null)) return (input, []);
        var page = Page(input.SourceUrl);
        List<DroppedPart> dropped = [];
        Dictionary<string, TranslationInput> texts = [];
        foreach (var (language, text) in input.Translations)
            texts[language] = text?.Html is null ? text! : Take($"translations.{language}", language, text, page, dropped, errors);
        return (input with { Translations = texts }, dropped);
    }

    /// <summary>The same for one text; errors name its members.</summary>
    public static (TranslationInput Text, IReadOnlyList<DroppedPart> Dropped) From(
        string language, TranslationInput text, string? sourceUrl, FieldErrors errors)
    {
        if (text.Html is null) return (text, []);
        List<DroppedPart> dropped = [];
        return (Take("", language, text, Page(sourceUrl), dropped, errors), dropped);
    }

    /// <summary>Where a release stands on the web; null for none and for what is no such address.</summary>
    public static Uri? Page(string? url) => WebAddress.Parse(url);

    private static TranslationInput Take(
        string field, string language, TranslationInput text, Uri? page, List<DroppedPart> dropped, FieldErrors errors)
    {
        var html = field.Length == 0 ? "html" : $"{field}.html";
        errors.Require(text.Body.Length == 0, html, "is given beside a body. Give one of them.");
        errors.Require(text.Html!.Length <= LongestHtml, html, $"has at most {LongestHtml} characters.");
        if (text.Html.Length > LongestHtml) return text;
        if (TextCharacters.Stray(TextCharacters.Mend(text.Html)) is { } stray)
        {
            errors.Add(html, $"has {stray}, which is no part of a text. Delete it.");
            return text;
        }

        var (converted, problem) = HtmlConverter.Convert(text.Html, page, language);
        if (converted is null)
        {
            errors.Add(html, problem!);
            return text;
        }

        if (converted.Relative.Count > 0)
            errors.Add(
                html,
                $"has addresses without a site, such as {converted.Relative[0]}. Say in sourceUrl which page the text is from.");
        dropped.AddRange(converted.Dropped.Select(lost => new DroppedPart(language, lost.What, lost.Count, lost.Words)));
        return text with
        {
            Headline = Line(text.Headline, "headline", language, dropped) ?? "",
            Subheading = Line(text.Subheading, "subheading", language, dropped),
            Dateline = Line(text.Dateline, "dateline", language, dropped),
            Body = converted.Markdown,
            Html = null,
            // HTML without a word is a mistake, not a text that is still to come.
            State = text.State ?? TranslationState.Ready,
        };
    }

    /// <summary>Where the text is HTML, its lines are too, as far as they have elements or references of it.</summary>
    private static string? Line(string? words, string what, string language, List<DroppedPart> dropped)
    {
        if (words is null || !Markup.InHtml(words)) return words;
        dropped.Add(new(language, $"mark-up in the {what}", 1, [words.Length > 80 ? $"{words[..80]}…" : words]));
        return HtmlTree.Words(words) ?? words;
    }
}

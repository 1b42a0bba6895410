using System.Text.RegularExpressions;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;

namespace Distribution.Releases.Checks;

/// <summary>
/// Words of an embargo in a text that would be public at its time; pure. They are read in every language, since a text may repeat
/// another's. An embargo on trade is none: what counts is a word for the text itself, or the bare word where notes to editors stand.
/// </summary>
public static partial class EmbargoChecks
{
    /// <summary>How much of a sentence around the words is looked at for a day.</summary>
    private const int Around = 80;

    public static IEnumerable<CheckFinding> Run(CheckSubject subject) => subject.Texts.SelectMany(text => Fields(text)
        .Select(field => Find(subject, text, field.Name, field.Words))
        .OfType<CheckFinding>()
        .Take(1));

    private static IEnumerable<(string Name, string Words)> Fields(Translation text)
    {
        yield return ("headline", text.Headline);
        if (text.Subheading is { } subheading) yield return ("subheading", subheading);
        if (text.Summary is { } summary) yield return ("summary", summary);
        if (text.Dateline is { } dateline) yield return ("dateline", dateline);
        yield return ("body", text.Body);
    }

    private static CheckFinding? Find(CheckSubject subject, Translation text, string field, string words)
    {
        foreach (var match in Words().Matches(words).Concat(Notes().Matches(words)).OrderBy(match => match.Index))
        {
            var sending = DateOnly.FromDateTime(ReleaseDate.At(subject.SendAt, subject.Office).DateTime);
            var sentence = words[match.Index..Math.Min(words.Length, match.Index + match.Length + Around)];
            // An embargo that is over by then has done its work.
            if (DatesInText.First(sentence, text.Language, sending) is { } until && until < sending) continue;
            return CheckFinding.Grave(
                CheckIds.Embargo, $"translations.{text.Language}.{field}",
                ("text", match.Value.Trim())) with
            {
                Time = TimeText.DayInAll(sending),
            };
        }

        return null;
    }

    private const string English =
        @"embargoed|under\s+(?:strict\s+)?embargo|strict\s+embargo|embargo\s+(?:until|till|ends|lifts|lifted)|hold\s+for\s+release"
        + @"|not\s+for\s+(?:release|publication|broadcast)\s+(?:before|until)"
        + @"|(?:do\s+not|don['’]t)\s+(?:publish|release|use|broadcast)\s+(?:before|until)";

    private const string French =
        @"sous\s+embargo|embargo\s+jusqu|embargo\s+(?:levé|strict)|publication\s+interdite\s+avant"
        + @"|ne\s+pas\s+(?:publier|diffuser|divulguer)\s+avant";

    // "Sin embargo" is "however", and is none of these.
    private const string Spanish =
        @"embargad[oa]s?|bajo\s+embargo|embargo\s+hasta|no\s+(?:publicar|difundir|divulgar)\s+(?:antes|hasta)"
        + @"|prohibida\s+su\s+(?:publicación|difusión)\s+(?:antes|hasta)";

    private const string Portuguese = @"sob\s+embargo|embargo\s+até|não\s+(?:publicar|divulgar|difundir)\s+(?:antes|até)";

    private const string Arabic =
        @"(?:محظور|يحظر|يُحظر|حظر|ممنوع)\s+(?:من\s+)?(?:ال)?نشر|تحت\s+الحظر"
        + @"|(?:غير\s+قابل\s+للنشر|لا\s+(?:ينشر|يُنشر|للنشر))\s+(?:قبل|حتى)";

    [GeneratedRegex(
        @"\b(?:" + English + "|" + French + "|" + Spanish + "|" + Portuguese + @")(?!\p{L})|" + Arabic,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Words();

    /// <summary>The bare word in capitals, or as a label: <c>EMBARGO 9:00</c>, <c>Embargo: 5 January</c>.</summary>
    [GeneratedRegex(@"(?<!SIN )\bEMBARGO\b|(?<=^[\W_]*)[Ee]mbargo\s*[:–—(\[]", RegexOptions.CultureInvariant | RegexOptions.Multiline)]
    private static partial Regex Notes();
}

using System.Globalization;
using System.Text.RegularExpressions;
using Distribution.Offices;
using Distribution.Texts;

namespace Distribution.Releases;

/// <summary>Where the news is told from: "Kingston – …" before a release's first words, once.</summary>
public static partial class Dateline
{
    /// <summary>The translation's own, else the office's name in its language.</summary>
    public static string Of(Translation translation, Office office) =>
        string.IsNullOrWhiteSpace(translation.Dateline) ? office.Names.In(translation.Language) : translation.Dateline.Trim();

    /// <summary>The body with its dateline, which is not added when the author has already written it.</summary>
    public static Prose Body(Translation translation, Office office)
    {
        var body = Prose.Parse(translation.Body);
        var dateline = PrintableText.Line(Of(translation, office)).TrimEnd('-', '–', '—', ' ');
        if (dateline.Length > 0 && !Opens(body.Opening, dateline)) body.Prepend(dateline);
        return body;
    }

    /// <summary>
    /// Whether a text begins with the dateline as a dateline: followed by a dash, perhaps with a date or country between. Letter case and
    /// accents do not count, so that KINGSTON is Kingston; "Kingston hosts …" is not a dateline.
    /// </summary>
    public static bool Opens(string text, string dateline)
    {
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        return compare.IsPrefix(text, dateline, Loosely, out var length) && Dash().IsMatch(text[length..]);
    }

    // An aside begins with punctuation or a figure ("Kingston, 12 March", "Kingston (Jamaica)"); a hyphen is a dash only after a space.
    [GeneratedRegex(@"^(\s*[,(/:.،]\s*[^–—―]{0,60}?|\s+\d[^–—―]{0,60}?)?(\s*(–|—|―|--)|\s+-\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();
}

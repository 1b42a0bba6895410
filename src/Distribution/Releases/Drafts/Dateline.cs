using System.Globalization;
using System.Text.RegularExpressions;
using Distribution.Platform.Text;
using Distribution.Publisher.Offices;

namespace Distribution.Releases.Drafts;

/// <summary>The place of the news: "Kingston – …" before a release's first words, once.</summary>
public static partial class Dateline
{
    // An aside begins with punctuation or a figure ("Kingston, 12 March", "Kingston (Jamaica)"); a hyphen is a dash only after a space.
    private const string AsideAndDash = @"(\s*[,(/:.،]\s*[^–—―]{0,60}?|\s+\d[^–—―]{0,60}?)?(\s*(–|—|―|--)|\s+-\s)";

    /// <summary>The words between a place and its country or a date.</summary>
    private static readonly char[] AfterPlace = [',', '(', '/', '،'];

    // Words that begin with a capital, or are as short as "of" and "et", joined by spaces and hyphens.
    private const string PlaceName = @"(?=.{1,60}?[–—―-])\p{Lu}[\p{L}\p{M}'’.]*([\s-]((\p{Ll}{1,3}['’])?\p{Lu}[\p{L}\p{M}'’.]*|[\p{Ll}\p{M}]{1,3}))*";

    /// <summary>The translation's own, else the office's name in its language.</summary>
    public static string Write(Translation translation, Office office) =>
        string.IsNullOrWhiteSpace(translation.Dateline) ? office.Names.In(translation.Language) : translation.Dateline.Trim();

    /// <summary>The body with its dateline, which is not added when the author has already written it.</summary>
    public static Prose Body(Translation translation, Office office)
    {
        var body = Prose.Parse(translation.Body);
        var dateline = PrintableText.Line(Write(translation, office)).TrimEnd('-', '–', '—', ' ');
        if (dateline.Length > 0 && !Opens(body.Opening, dateline) && !IsTheAuthorsOwn(translation, body)) body.Prepend(dateline);
        return body;
    }

    /// <summary>
    /// Whether a text begins with the dateline as a dateline: followed by a dash, perhaps with a date or country between. Letter case and
    /// accents do not count, so that KINGSTON is Kingston, and the text may name the place alone; "Kingston hosts …" is not a dateline.
    /// </summary>
    public static bool Opens(string text, string dateline)
    {
        var place = dateline.Split(AfterPlace, 2)[0].TrimEnd();
        return Begins(text, dateline) || (place.Length > 0 && Begins(text, place));
    }

    /// <summary>Whether a text begins with the name of some place as a dateline, as far as capitals tell; so texts from other systems do.</summary>
    public static bool OpensWithSome(string text) => SomePlace().IsMatch(text);

    private static bool Begins(string text, string dateline)
    {
        const CompareOptions Loosely = CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace;
        var compare = CultureInfo.InvariantCulture.CompareInfo;
        return compare.IsPrefix(Plain(text), Plain(dateline), Loosely, out var length) && Dash().IsMatch(text[length..]);
    }

    /// <summary>With one kind of apostrophe and of hyphen, letter for letter: people type them as they come.</summary>
    private static string Plain(string text) =>
        text.Replace('’', '\'').Replace('‘', '\'').Replace('ʼ', '\'').Replace('\u2010', '-').Replace('\u2011', '-').Replace('\u00a0', ' ');

    /// <summary>Without a dateline of the translation's own, what its text opens with is the author's choice before the office's name.</summary>
    private static bool IsTheAuthorsOwn(Translation translation, Prose body) =>
        string.IsNullOrWhiteSpace(translation.Dateline) && OpensWithSome(body.Opening);

    [GeneratedRegex($"^{AsideAndDash}", RegexOptions.CultureInvariant)]
    private static partial Regex Dash();

    [GeneratedRegex($"^{PlaceName}{AsideAndDash}", RegexOptions.CultureInvariant)]
    private static partial Regex SomePlace();
}

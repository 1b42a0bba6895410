using System.Text;

namespace Distribution.Releases.Intake;

/// <summary>
/// Writes raised and lowered letters in a line of even height; pure. Digits and signs have letters of their own in Unicode; what has none
/// stands after <c>^</c> or <c>_</c>, so that 10 to the sixth is never 106. The endings of ordinals and abbreviations lose nothing.
/// </summary>
internal static class LineHeights
{
    private const string RaisedFrom = "0123456789+-−=()ni";
    private const string RaisedTo = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ";
    private const string LoweredFrom = "0123456789+-−=()aehijklmnoprstuvx";
    private const string LoweredTo = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ";

    /// <summary>The raised ends of ordinals and abbreviations in Western European languages, as good in the line.</summary>
    private static readonly HashSet<string> Endings =
    [
        "st", "nd", "rd", "th", "e", "er", "re", "ers", "res", "ère", "ème", "eme", "ième", "nde", "de", "do", "os", "as", "to", "ta", "mo",
        "me", "mes", "lle", "lles", "r", "rs", "ie", "te", "ts", "gr", "ro", "ra", "dr", "ve", "s", "t",
    ];

    public static List<LinePart> Level(List<LinePart> parts, HtmlLosses losses)
    {
        if (parts.TrueForAll(part => part.Style.Height == Height.Usual)) return parts;
        List<LinePart> level = new(parts.Count);
        for (var at = 0; at < parts.Count;)
        {
            var height = parts[at].Style.Height;
            var end = at + 1;
            while (end < parts.Count && parts[end].Style.Height == height) end++;
            var run = parts[at..end];
            if (height == Height.Usual) level.AddRange(run);
            else if (run.Exists(part => part.Whole is not null))
            {
                losses.Add(height == Height.Raised ? "raised text" : "lowered text", Words(run));
                level.AddRange(run);
            }
            else level.AddRange(Level(run, height, level.Count == 0 ? null : level[^1]));

            at = end;
        }

        return level;
    }

    /// <summary>Words as they stand after what is before them, such as <c>⁶</c>, <c>^(n+1)</c> or <c>st</c>.</summary>
    public static string Level(string words, Height height, Rune? before)
    {
        var plain = words.Trim();
        var letters = plain.Where(char.IsLetterOrDigit).ToList();
        if (letters.Count == 0) return words;
        if (height == Height.Raised)
        {
            if (plain is "TM" or "SM") return plain == "TM" ? "™" : "℠";
            var isAfterWord = before is { } letter && Rune.IsLetterOrDigit(letter);
            if (isAfterWord && plain is "o" or "a") return plain == "o" ? "º" : "ª";
            if (isAfterWord && Endings.Contains(plain.ToLowerInvariant()) && !IsFormula(plain, before)) return words;
        }

        if (plain is ['[', .., ']']) return words;
        return Mapped(plain, height) is { } mapped ? words.Replace(plain, mapped, StringComparison.Ordinal) : Marked(plain, height);
    }

    /// <summary>A letter over a letter that stands alone may be a power, and is none where an abbreviation begins with a capital.</summary>
    private static bool IsFormula(string plain, Rune? before) => plain.Length == 1 && before is { } letter && Rune.IsLower(letter);

    private static IEnumerable<LinePart> Level(List<LinePart> run, Height height, LinePart? before)
    {
        var words = Words(run);
        var level = Level(words, height, before is { Whole: null } part ? part.Letter : null);
        var style = run[0].Style with { Height = Height.Usual };
        // Letter for letter each keeps its own style.
        var runes = level.EnumerateRunes().ToList();
        return runes.Select((letter, index) => new LinePart(
            letter, null, runes.Count == run.Count ? run[index].Style with { Height = Height.Usual } : style));
    }

    private static string Words(List<LinePart> run)
    {
        StringBuilder words = new();
        foreach (var part in run) words.Append(part.Whole ?? part.Letter.ToString());
        return words.ToString();
    }

    private static string? Mapped(string plain, Height height)
    {
        var (from, to) = height == Height.Raised ? (RaisedFrom, RaisedTo) : (LoweredFrom, LoweredTo);
        // Footnotes are listed; in a decimal number a raised dot would be read as the end of the number.
        var between = height == Height.Raised ? ", –" : ", .";
        if (plain.Count(char.IsLetter) > 1) return null;
        StringBuilder mapped = new();
        foreach (var letter in plain)
        {
            var at = from.IndexOf(letter, StringComparison.Ordinal);
            if (at < 0 && !between.Contains(letter, StringComparison.Ordinal) && !char.IsSymbol(letter) && letter is not '*') return null;
            mapped.Append(at < 0 ? letter : to[at]);
        }

        return mapped.ToString();
    }

    private static string Marked(string plain, Height height)
    {
        var sign = height == Height.Raised ? '^' : '_';
        return plain.EnumerateRunes().Count() == 1 ? $"{sign}{plain}" : $"{sign}({plain})";
    }
}

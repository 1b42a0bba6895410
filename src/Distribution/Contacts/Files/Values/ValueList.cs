using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Distribution.Contacts.Files.Values;

/// <summary>
/// Several values in one cell. The strongest separator that occurs outside quotation marks counts: Google's <c> ::: </c>, a line, <c>|</c>,
/// <c>;</c>, then a comma.
/// </summary>
internal static class ValueList
{
    private const string OfGoogle = " ::: ";
    private static readonly string[] Strong = [OfGoogle, "\n", "|", ";"];
    private static readonly string[] All = [.. Strong, ","];
    private static readonly SearchValues<char> Special = SearchValues.Create("\n|;,\"");
    private static readonly SearchValues<char> Marks = SearchValues.Create("\n|;,:");

    /// <summary>The values of a cell, trimmed; none is empty.</summary>
    public static IReadOnlyList<string> Split(string cell) => FromJson(cell) ?? Split(cell, All);

    /// <summary>The same where a comma belongs to the value.</summary>
    public static IReadOnlyList<string> SplitStrongly(string cell) => FromJson(cell) ?? Split(cell, Strong);

    /// <summary>The cell that <see cref="Split(string)"/> takes apart again.</summary>
    public static string Join(IEnumerable<string> values) => string.Join("; ", values.Select(Quote));

    private static string Quote(string value) =>
        value.StartsWith('[') || value.AsSpan().ContainsAny(Special) || value.Contains(OfGoogle.Trim(), StringComparison.Ordinal)
            ? $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : value;

    private static List<string>? FromJson(string cell)
    {
        if (!cell.StartsWith('[')) return null;
        try
        {
            return [.. (JsonSerializer.Deserialize<string[]>(cell) ?? []).Where(value => !string.IsNullOrWhiteSpace(value))
                .Select(value => value.Trim())];
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static List<string> Split(string cell, string[] separators)
    {
        var separator = separators.FirstOrDefault(separator => Cut(cell, separator).Count > 1) ?? separators[^1];
        return [.. Cut(cell, separator).Select(Unquote).Where(value => value.Length > 0)];
    }

    private static List<string> Cut(string cell, string separator)
    {
        List<string> parts = [];
        var (begin, quoted, blank) = (0, false, true);
        for (var at = 0; at < cell.Length; at++)
        {
            if (cell[at] == '"') quoted = quoted ? !IsEnd(cell, ref at) : blank;
            else if (!quoted && string.CompareOrdinal(cell, at, separator, 0, separator.Length) == 0)
            {
                parts.Add(cell[begin..at]);
                begin = at + separator.Length;
                at = begin - 1;
                blank = true;
                continue;
            }

            // After whichever separator: a mark that another one would see must not be overlooked.
            blank = Marks.Contains(cell[at]) || (blank && cell[at] == ' ');
        }

        return [.. parts, cell[begin..]];
    }

    // Two in a row stand for one.
    private static bool IsEnd(string cell, ref int at)
    {
        if (at + 1 >= cell.Length || cell[at + 1] != '"') return true;
        at++;
        return false;
    }

    private static string Unquote(string part)
    {
        var value = part.Trim();
        return value is ['"', _, .., '"'] ? new StringBuilder(value[1..^1]).Replace("\"\"", "\"").ToString().Trim() : value;
    }
}

using System.Text.RegularExpressions;

namespace Distribution.Contacts.Files.Values;

/// <summary>Takes a cell apart in which people have written addresses among other words; pure.</summary>
internal static partial class AddressCell
{
    private const int LongestPattern = 2_000;

    /// <returns>
    /// The addresses, each with the name before it where that is bracketed, and the words left over; null where the cell needs no taking
    /// apart, since it has none or nothing but addresses.
    /// </returns>
    public static (IReadOnlyList<string> Values, string Remark)? Read(string cell)
    {
        if (cell.Length > LongestPattern || !Address().IsMatch(cell)) return null;
        if (ValueList.Split(cell).All(part => Plain().IsMatch(part))) return null;
        List<string> values = [];
        var rest = Named().Replace(cell, match =>
        {
            var name = Turned(match.Groups["name"].Value.Trim(' ', '"', '\''));
            values.Add(name.Length == 0 ? match.Groups["address"].Value : $"{name} <{match.Groups["address"].Value}>");
            return " ";
        });
        rest = Address().Replace(rest, match =>
        {
            values.Add(match.Value);
            return " ";
        });
        return (values, Between().Replace(rest, " ").Trim());
    }

    /// <summary>Family name, given name: the other way round.</summary>
    private static string Turned(string name) =>
        name.Trim(',', ' ').Split(',', StringSplitOptions.TrimEntries) is [{ Length: > 0 } family, { Length: > 0 } given]
            ? $"{given} {family}"
            : name.Trim(',', ' ');

    [GeneratedRegex(
        """[^\s<>()\[\]{},;:|"«»“”]+@[^\s<>()\[\]{},;:|"'«»“”/@]+\.[^\s<>()\[\]{},;:|"'«»“”/@]*\w""", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    /// <summary>A name may have one comma, and begins after whatever separates addresses.</summary>
    [GeneratedRegex(
        """(?<name>"[^"<>]{1,200}"|[^<>;|\n"@]{0,200})\s*<\s*(?<address>[^\s<>]+@[^\s<>]+)\s*>""", RegexOptions.CultureInvariant)]
    private static partial Regex Named();

    /// <summary>An address alone, or with a name that needs no taking apart.</summary>
    [GeneratedRegex(
        """^(?:[^<>@,"]*<\s*[^\s<>@]+@[^\s<>@]+\s*>|"[^"]*"\s*<\s*[^\s<>@]+@[^\s<>@]+\s*>|[^\s<>()@]+@[^\s<>()@]+)$""", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();

    [GeneratedRegex(@"(?:[\s,;|/&]|(?<!\p{L})(?:or|and|ou|et|o|y|e)(?!\p{L}))+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Between();
}

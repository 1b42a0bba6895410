namespace Distribution.Contacts.Files.VCard;

/// <summary>A line of a card (RFC 6350, section 3.3), or of an older one (RFC 2426, vCard 2.1).</summary>
/// <param name="Group">The part before a dot; it ties properties together. Empty for most.</param>
/// <param name="Name">Its name in capitals.</param>
/// <param name="Parameters">Name in capitals, and value; the bare types of vCard 2.1 are under <c>TYPE</c>.</param>
/// <param name="Value">The value as it stands, escapes and all.</param>
internal sealed record VCardProperty(string Group, string Name, IReadOnlyList<(string Name, string Value)> Parameters, string Value)
{
    private const int LeastPreferred = 101;

    /// <summary>Reads an unfolded line; null when it is none.</summary>
    public static VCardProperty? Parse(string line)
    {
        if (Outside(line, ':') is not (> 0 and var colon)) return null;
        var head = Cut(line[..colon], ';');
        var dot = head[0].LastIndexOf('.');
        var name = head[0][(dot + 1)..].Trim().ToUpperInvariant();
        return name.Length == 0 ? null : new(head[0][..Math.Max(dot, 0)], name, [.. head.Skip(1).SelectMany(Parameter)], line[(colon + 1)..]);
    }

    /// <summary>Whether the value is bytes in letters, such as a picture's.</summary>
    public bool IsBinary => Encoding is "B" or "BASE64";

    public bool IsQuotedPrintable =>
        Encoding is "QUOTED-PRINTABLE" || Types.Contains("QUOTED-PRINTABLE", StringComparer.OrdinalIgnoreCase);

    /// <summary>The types, as written.</summary>
    public IEnumerable<string> Types =>
        Values("TYPE").SelectMany(value => value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>From 1 for the most preferred to 100 (RFC 6350, section 5.3); older cards have only the type.</summary>
    public int Preference => int.TryParse(Values("PREF").FirstOrDefault(), out var preference) ? preference
        : Types.Contains("PREF", StringComparer.OrdinalIgnoreCase) ? 1
        : LeastPreferred;

    /// <summary>The value as text.</summary>
    public string Text => VCardText.Unescape(Decoded).Trim();

    /// <summary>The parts of the value between separators that are not escaped.</summary>
    public IReadOnlyList<string> Parts(char separator) => [.. VCardText.Split(Decoded, separator).Select(part => VCardText.Unescape(part).Trim())];

    public IEnumerable<string> Values(string parameter) => Parameters.Where(known => known.Name == parameter).Select(known => known.Value);

    private string? Encoding => Values("ENCODING").FirstOrDefault()?.ToUpperInvariant();

    private string Decoded => IsQuotedPrintable ? VCardText.FromQuotedPrintable(Value, Values("CHARSET").FirstOrDefault()) : Value;

    private static IEnumerable<(string Name, string Value)> Parameter(string text)
    {
        var parts = text.Split('=', 2, StringSplitOptions.TrimEntries);
        if (parts.Length == 1) return [("TYPE", parts[0])];
        return [(parts[0].ToUpperInvariant(), VCardText.UnescapeParameter(parts[1].Replace("\"", "", StringComparison.Ordinal)))];
    }

    private static int Outside(string line, char sign)
    {
        var quoted = false;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '"') quoted = !quoted;
            else if (line[at] == sign && !quoted) return at;
        }

        // A mark that nobody closed is none.
        return quoted ? line.IndexOf(sign, StringComparison.Ordinal) : -1;
    }

    private static List<string> Cut(string head, char separator)
    {
        List<string> parts = [];
        while (Outside(head, separator) is >= 0 and var at)
        {
            parts.Add(head[..at]);
            head = head[(at + 1)..];
        }

        return [.. parts, head];
    }
}

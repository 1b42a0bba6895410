using System.Globalization;
using System.Text;
using Distribution.Contacts.Files.Decoding;

namespace Distribution.Contacts.Files.VCard;

/// <summary>Escapes of vCards: of values (RFC 6350, section 3.4), of parameters (RFC 6868), and of vCard 2.1.</summary>
internal static class VCardText
{
    public static string Escape(string text) => text
        .Replace("\\", "\\\\", StringComparison.Ordinal)
        .Replace(",", "\\,", StringComparison.Ordinal)
        .Replace(";", "\\;", StringComparison.Ordinal)
        .ReplaceLineEndingsOnly("\\n");

    public static string Unescape(string value)
    {
        if (!value.Contains('\\', StringComparison.Ordinal)) return value;
        StringBuilder text = new(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '\\' || at + 1 == value.Length) text.Append(value[at]);
            else text.Append(value[++at] is 'n' or 'N' ? '\n' : value[at]);
        }

        return text.ToString();
    }

    public static IReadOnlyList<string> Split(string value, char separator)
    {
        List<string> parts = [];
        var begin = 0;
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '\\') at++;
            else if (value[at] == separator)
            {
                parts.Add(value[begin..at]);
                begin = at + 1;
            }
        }

        return [.. parts, value[begin..]];
    }

    public static string EscapeParameter(string text) => text
        .Replace("^", "^^", StringComparison.Ordinal)
        .Replace("\"", "^'", StringComparison.Ordinal)
        .ReplaceLineEndingsOnly("^n");

    public static string UnescapeParameter(string value)
    {
        StringBuilder text = new(value.Length);
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] != '^' || at + 1 == value.Length) text.Append(value[at]);
            else if (Unescaped(value[at + 1]) is { } letter)
            {
                text.Append(letter);
                at++;
            }
            else text.Append('^');
        }

        return text.ToString();
    }

    /// <summary>RFC 2045, section 6.7, with the character set that the property names; UTF-8 when it names none.</summary>
    public static string FromQuotedPrintable(string value, string? charset)
    {
        List<byte> bytes = [];
        for (var at = 0; at < value.Length; at++)
        {
            if (value[at] == '=' && at + 2 < value.Length && Octet(value.AsSpan(at + 1, 2), out var octet))
            {
                bytes.Add(octet);
                at += 2;
            }
            else
            {
                var length = char.IsSurrogatePair(value, at) ? 2 : 1;
                bytes.AddRange(EncodingOf(charset).GetBytes(value.Substring(at, length)));
                at += length - 1;
            }
        }

        return EncodingOf(charset).GetString([.. bytes]);
    }

    private static bool Octet(ReadOnlySpan<char> digits, out byte octet) =>
        byte.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out octet);

    private static char? Unescaped(char letter) => letter switch
    {
        'n' => '\n',
        '\'' => '"',
        '^' => '^',
        _ => null,
    };

    private static Encoding EncodingOf(string? charset) => charset?.ToUpperInvariant() switch
    {
        "ISO-8859-1" or "WINDOWS-1252" or "LATIN1" or "ISO-8859-15" => StrayBytes.Windows1252,
        _ => Encoding.UTF8,
    };

    private static string ReplaceLineEndingsOnly(this string text, string with) => text
        .Replace("\r\n", "\n", StringComparison.Ordinal)
        .Replace('\r', '\n')
        .Replace("\n", with, StringComparison.Ordinal);
}

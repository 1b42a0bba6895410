using System.Text;
using System.Text.RegularExpressions;

namespace Distribution.Releases.Intake;

/// <summary>Writes words so that Markdown takes them as they are; pure (CommonMark 0.31, section 2.4).</summary>
internal static partial class MarkdownText
{
    /// <summary>Signs that mean something anywhere in a line.</summary>
    private const string Inside = "\\`*_[]<>&~|";

    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (var letter in text)
        {
            if (Inside.Contains(letter, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(letter);
        }

        return Address().Replace(escaped.ToString(), @"\$0");
    }

    /// <summary>A line whose beginning would make it a heading, a list, a quotation, a rule or code.</summary>
    public static string EscapeBeginning(string line)
    {
        if (line.Length == 0) return line;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' && digits > 0)
            return $"{line[..digits]}\\{line[digits..]}";
        return line[0] is '#' or '+' or '-' or '=' or ':' ? $"\\{line}" : line;
    }

    /// <summary>A heading whose end would be taken for the end of its signs.</summary>
    public static string EscapeEnd(string heading)
    {
        var words = heading.TrimEnd('#');
        return words.Length < heading.Length && (words.Length == 0 || words[^1] == ' ') ? $"{words}\\{heading[words.Length..]}" : heading;
    }

    /// <summary>Code in a line, between more backticks than it has in a row.</summary>
    public static string Code(string text)
    {
        var code = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        var fence = new string('`', Longest(code) + 1);
        return code.StartsWith('`') || code.EndsWith('`') ? $"{fence} {code} {fence}" : $"{fence}{code}{fence}";
    }

    public static string CodeBlock(string code)
    {
        var fence = new string('`', Math.Max(3, Longest(code) + 1));
        return $"{fence}\n{code}\n{fence}";
    }

    private static int Longest(string text)
    {
        var (longest, run) = (0, 0);
        foreach (var letter in text)
        {
            run = letter == '`' ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    /// <summary>Where renderers know that an address begins.</summary>
    [GeneratedRegex(@"(?<=https?|ftp):(?=//)|(?<=mailto|tel):|(?<=www)\.", RegexOptions.IgnoreCase)]
    private static partial Regex Address();
}

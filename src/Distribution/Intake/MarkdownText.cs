using System.Text;

namespace Distribution.Intake;

/// <summary>Writes words so that Markdown takes them as they are; pure (CommonMark 0.31, section 2.4).</summary>
internal static class MarkdownText
{
    /// <summary>Signs that mean something anywhere in a line.</summary>
    private const string Inside = "\\`*_[]<>&~";

    public static string Escape(string text)
    {
        StringBuilder escaped = new(text.Length + 8);
        foreach (var letter in text)
        {
            if (Inside.Contains(letter, StringComparison.Ordinal)) escaped.Append('\\');
            escaped.Append(letter);
        }

        // Before a link it would make an image of it.
        if (text.EndsWith('!')) escaped.Insert(escaped.Length - 1, '\\');
        return escaped.ToString();
    }

    /// <summary>A line whose beginning would make it a heading, a list, a quotation, a rule or code.</summary>
    public static string EscapeBeginning(string line)
    {
        if (line.Length == 0) return line;
        var digits = line.TakeWhile(char.IsAsciiDigit).Count();
        if (digits is > 0 and < 10 && digits < line.Length && line[digits] is '.' or ')' && digits > 0) return $"{line[..digits]}\\{line[digits..]}";
        return line[0] is '#' or '+' or '-' or '=' or '|' or ':' ? $"\\{line}" : line;
    }

    /// <summary>Runs of white space are one space, as browsers show them.</summary>
    public static string Collapse(string text)
    {
        StringBuilder collapsed = new(text.Length);
        foreach (var letter in text)
        {
            var isSpace = letter is ' ' or '\t' or '\n' or '\r' or '\f' or '\u00a0' or '\u200b' or '\ufeff' || char.IsControl(letter);
            if (!isSpace) collapsed.Append(letter);
            else if (letter is not ('\u200b' or '\ufeff') && (collapsed.Length == 0 || collapsed[^1] != ' ')) collapsed.Append(' ');
        }

        return collapsed.ToString();
    }
}

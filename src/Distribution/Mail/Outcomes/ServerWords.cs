using System.Text.Encodings.Web;

namespace Distribution.Mail.Outcomes;

/// <summary>The kept part of a mail server's own words.</summary>
public static class ServerWords
{
    /// <summary>Longest text kept, as encoded.</summary>
    public const int Longest = 120;

    /// <summary>A server's words on one line, cut so that they take at most <see cref="Longest"/> characters as JSON.</summary>
    public static string Cut(string words)
    {
        var line = string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        line = line.Length > Longest ? line[..Longest] : line;
        if (char.IsHighSurrogate(line.LastOrDefault())) line = line[..^1];
        while (JavaScriptEncoder.UnsafeRelaxedJsonEscaping.Encode(line).Length > Longest)
        {
            line = line[..^(char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        }

        return line;
    }
}

using System.Text.RegularExpressions;
using Distribution.Testing;

namespace Distribution.Tests.Docs;

/// <summary>A heading of a document and what stands below it, up to the next heading.</summary>
internal sealed partial record Section(int Level, string Title, IReadOnlyList<string> Lines)
{
    /// <summary>The rows of its table without the head, cell by cell.</summary>
    public IEnumerable<string[]> Rows => Lines.Where(line => line.StartsWith('|')).Skip(2).Select(Cells);

    /// <summary>The sections of a file of docs/reference.</summary>
    public static IReadOnlyList<Section> Read(string file)
    {
        List<Section> sections = [];
        List<string> lines = [];
        foreach (var line in Repository.Read($"docs/reference/{file}").Split('\n'))
        {
            if (Heading().Match(line) is { Success: true } heading)
            {
                lines = [];
                sections.Add(new(heading.Groups["marks"].Length, heading.Groups["title"].Value.Trim('`'), lines));
            }
            else
            {
                lines.Add(line);
            }
        }

        return sections;
    }

    /// <summary>The rest of the line that begins with the words; null when none begins so.</summary>
    public string? After(string words) =>
        Lines.Where(line => line.StartsWith(words, StringComparison.Ordinal)).Select(line => line[words.Length..].Trim()).SingleOrDefault();

    /// <summary>The words in backticks.</summary>
    public static IEnumerable<string> Names(string text) => Backticks().Matches(text).Select(match => match.Groups[1].Value);

    private static string[] Cells(string line) =>
        [.. Bar().Split(line.Trim('|', ' ')).Select(cell => cell.Trim().Trim('`').Replace(@"\|", "|", StringComparison.Ordinal))];

    [GeneratedRegex(@"^(?<marks>#+) (?<title>.+)$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"(?<!\\)\|")]
    private static partial Regex Bar();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Backticks();
}

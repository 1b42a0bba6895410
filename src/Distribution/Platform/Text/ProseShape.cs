using System.Text.RegularExpressions;
using Markdig.Syntax;

namespace Distribution.Platform.Text;

/// <summary>
/// Looks at Markdown before it is kept; pure. The parser's time grows with the square of the signs in a paragraph, and it gives up on a
/// text that lies too deep in itself, which nobody wants to hear first when the mail is written.
/// </summary>
internal static partial class ProseShape
{
    /// <summary>
    /// How deep its parts may lie in each other: a list and its item are two. The library's own limit is 128, and a page has more around.
    /// </summary>
    private const int Deepest = 100;

    /// <summary>Signs of emphasis, of links and bare addresses in a paragraph.</summary>
    private const int MostSigns = 2_000;

    private const string TooDeep =
        "has parts that lie too deep in each other. Look for rows of signs such as >, [, * or _ that mean nothing, and lists in lists.";

    /// <returns>The fault; null for a text that is read and written in linear time.</returns>
    public static string? Problem(string markdown)
    {
        if (LineOfTooManySigns(markdown) is { } line)
            return $"has a paragraph of more than {MostSigns} signs such as *, _ and [ that ends at line {line}. Put empty lines into it.";
        try
        {
            return Depth(Prose.ParseDocument(markdown)) > Deepest ? TooDeep : null;
        }
        catch (ArgumentException)
        {
            // The library has no other word for it.
            return TooDeep;
        }
    }

    private static int? LineOfTooManySigns(string markdown)
    {
        var (signs, number) = (0, 0);
        foreach (var line in markdown.ReplaceLineEndings("\n").AsSpan().EnumerateLines())
        {
            number++;
            if (IsBorder(line)) signs = 0;
            signs += Signs().Count(line);
            if (signs > MostSigns) return number;
        }

        return null;
    }

    /// <summary>An empty line, in a quotation too, or one that begins an item.</summary>
    private static bool IsBorder(ReadOnlySpan<char> line) => line.TrimStart(" >\t") is [] || Item().IsMatch(line);

    private static int Depth(MarkdownObject root)
    {
        var (deepest, open) = (0, new Stack<(MarkdownObject Part, int Depth)>([(root, 1)]));
        while (open.TryPop(out var next))
        {
            deepest = Math.Max(deepest, next.Depth);
            foreach (var part in PartsOf(next.Part)) open.Push((part, next.Depth + 1));
        }

        return deepest;
    }

    private static IEnumerable<MarkdownObject> PartsOf(MarkdownObject part) => part switch
    {
        ContainerBlock blocks => blocks,
        LeafBlock { Inline: { } line } => line,
        Markdig.Syntax.Inlines.ContainerInline line => line,
        _ => [],
    };

    [GeneratedRegex(@"(?<!\\)[*_~[\]]|\bwww\.|://|\bmailto:", RegexOptions.CultureInvariant)]
    private static partial Regex Signs();

    [GeneratedRegex(@"^ {0,3}(?:[-+•]|\*(?!\S)) ", RegexOptions.CultureInvariant)]
    private static partial Regex Item();
}

using Distribution.Platform.Text;
using static Distribution.Releases.Intake.MarkdownBlock;

namespace Distribution.Releases.Intake;

/// <summary>Blocks that follow one another, and the lines that are to become the next one.</summary>
internal sealed class MarkdownFlow(HtmlLosses losses)
{
    private List<MarkdownBlock> blocks = [];
    private List<List<LinePart>> lines = [[]];

    /// <summary>Whether a list that comes next needs other signs.</summary>
    public bool IsAfterList => blocks is [.., { Kind: BlockKind.List }];

    public void Write(string text, TextStyle style)
    {
        // The line ends of HTML are spaces; those of word processors that come as characters are not.
        var lineEnd = style.KeepsLines ? "\v" : " ";
        var mended = TextCharacters.Mend(
            text.Replace("\r\n", lineEnd, StringComparison.Ordinal).Replace("\n", lineEnd, StringComparison.Ordinal)
                .Replace("\r", lineEnd, StringComparison.Ordinal));
        foreach (var letter in mended.EnumerateRunes())
        {
            if (letter.Value == '\n') Break();
            else lines[^1].Add(new(letter, null, style));
        }
    }

    public void Write(LinePart part) => lines[^1].Add(part);

    public void Break() => lines.Add([]);

    public void Add(MarkdownBlock block)
    {
        CloseLines();
        blocks.Add(block);
    }

    /// <summary>Two breaks in a row are how many systems write a new paragraph.</summary>
    public void CloseLines()
    {
        List<string> paragraph = [];
        foreach (var line in lines.Select(parts => LineMarkdown.Write(parts, losses)).Append(""))
        {
            if (line.Length > 0) paragraph.Add(line);
            else if (paragraph.Count > 0)
            {
                blocks.Add(new(BlockKind.Paragraph, paragraph));
                paragraph = [];
            }
        }

        lines = [[]];
    }

    /// <summary>The blocks so far; the flow is empty afterwards.</summary>
    public List<MarkdownBlock> Take()
    {
        CloseLines();
        var taken = blocks;
        blocks = [];
        return taken;
    }
}

namespace Distribution.Releases.Intake;

/// <summary>A block of a text in Markdown.</summary>
/// <param name="Kind">The kind of block.</param>
/// <param name="Lines">Of a paragraph the lines between its breaks, without what keeps their beginnings from meaning something; else the Markdown.</param>
internal sealed record MarkdownBlock(MarkdownBlock.BlockKind Kind, IReadOnlyList<string> Lines)
{
    public enum BlockKind
    {
        Paragraph,
        List,

        /// <summary>A list with other signs than the one before it: with the same ones they would be one.</summary>
        OtherList,
        Other,
    }

    public MarkdownBlock(BlockKind kind, string markdown)
        : this(kind, [markdown])
    {
    }

    public string Markdown => Kind == BlockKind.Paragraph ? string.Join("\\\n", Lines.Select(MarkdownText.EscapeBeginning)) : Lines[0];

    public string OneLine => string.Join(' ', Lines).Replace('\n', ' ');

    public static string Join(IEnumerable<MarkdownBlock> blocks) => string.Join("\n\n", blocks.Select(block => block.Markdown));
}

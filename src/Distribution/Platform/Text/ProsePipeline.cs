using Markdig;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Extensions.Tables;
using Markdig.Parsers;

namespace Distribution.Platform.Text;

/// <summary>
/// The Markdown that authors write: CommonMark without raw HTML, with tables of bars, <c>~~struck out~~</c> and bare addresses. A line that
/// is indented is a line, since letters that are pasted are indented, and a typographic bullet is one.
/// </summary>
internal static class ProsePipeline
{
    public static MarkdownPipeline Pipeline { get; } = Build();

    private static MarkdownPipeline Build()
    {
        var builder = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks()
            .UsePipeTables(new PipeTableOptions { RequireHeaderSeparator = true, UseHeaderForColumnCount = false })
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough);
        builder.BlockParsers.TryRemove<IndentedCodeBlockParser>();
        builder.BlockParsers.Find<ListBlockParser>()!.ItemParsers.Replace<UnorderedListItemParser>(new Bullets());
        builder.Extensions.Add(new ProseTables());
        return builder.Build();
    }

    private sealed class Bullets : UnorderedListItemParser
    {
        public Bullets() => OpeningCharacters = ['-', '+', '*', '•', '◦', '▪', '‣'];
    }
}

using System.Text;
using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>The words of code as they stand there, without what is no text.</summary>
internal static class PlainWords
{
    public static string Extract(IElement element, HtmlLosses losses)
    {
        StringBuilder words = new();
        Append(element, words, losses);
        return words.ToString();
    }

    private static void Append(INode node, StringBuilder words, HtmlLosses losses)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText text) words.Append(text.Data);
            if (child is not IElement element) continue;
            if (SkippedElement.Name(element) is { } skipped) losses.AddElement(skipped, element);
            else if (element.LocalName == "br") words.Append('\n');
            else
            {
                losses.AddAttributes(element);
                if (element.LocalName is "del" or "s" or "strike" or "ins") losses.Add($"{element.LocalName} element", element.TextContent);
                if (element.LocalName is not ("sup" or "sub")) Append(element, words, losses);
                else words.Append(
                    LineHeights.Level(
                        element.TextContent,
                        element.LocalName == "sup" ? Height.Raised : Height.Lowered,
                        words.Length > 0 && Rune.TryCreate(words[^1], out var before) ? before : null));
            }
        }
    }
}

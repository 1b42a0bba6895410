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
            if (SkippedElement.Name(element) is { } skipped) losses.Add(skipped);
            else if (element.LocalName == "br") words.Append('\n');
            else
            {
                losses.AddAttributes(element);
                Append(element, words, losses);
            }
        }
    }
}

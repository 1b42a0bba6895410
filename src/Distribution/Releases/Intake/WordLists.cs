using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Distribution.Releases.Intake;

/// <summary>
/// Makes lists of the paragraphs that a word processor writes for them: their style says at which level they are (<c>mso-list</c>), and the
/// bullet or number stands before the words.
/// </summary>
internal static partial class WordLists
{
    private const int DeepestLevel = 9;

    public static void Mend(IElement body)
    {
        var items = body.QuerySelectorAll("p, div").Where(IsItem);
        foreach (var parent in items.Select(item => item.Parent).OfType<INode>().Distinct().ToList()) MendIn(parent, body.Owner!);
    }

    private static void MendIn(INode parent, IDocument document)
    {
        List<(IElement List, int Level)> open = [];
        foreach (var node in parent.ChildNodes.ToList())
        {
            if (node is not IElement element || !IsItem(element) || TakeLabel(element) is not { } label)
            {
                // White space and comments between items end no list.
                if (node is not IComment && !string.IsNullOrWhiteSpace(node.TextContent)) open.Clear();
                continue;
            }

            Add(element, Level(element), label, open, document);
        }
    }

    private static void Add(IElement element, int level, string label, List<(IElement List, int Level)> open, IDocument document)
    {
        var kind = Bullet().IsMatch(label) ? "ul" : "ol";
        while (open.Count > 0 && (open[^1].Level > level || (open[^1].Level == level && open[^1].List.LocalName != kind)))
            open.RemoveAt(open.Count - 1);
        if (open.Count == 0 || open[^1].Level < level)
        {
            var list = document.CreateElement(kind);
            if (open.Count > 0 && open[^1].List.LastElementChild is { } around) around.AppendChild(list);
            else element.Parent!.InsertBefore(list, element);
            open.Add((list, level));
        }

        var item = document.CreateElement("li");
        if (kind == "ol" && Number().Match(label) is { Success: true } number) item.SetAttribute("value", number.Groups["number"].Value);
        else if (kind == "ol") item.SetAttribute(ListLabels.Written, label);
        foreach (var child in element.ChildNodes.ToList()) item.AppendChild(child);
        open[^1].List.AppendChild(item);
        element.Remove();
    }

    private static bool IsItem(IElement element) =>
        element.LocalName is "p" or "div" && Level(element) > 0 && element.ParentElement is not { LocalName: "li" or "pre" };

    /// <summary>From 1; 0 for no item.</summary>
    private static int Level(IElement element)
    {
        if (StyleAttribute.Read(element, "mso-list") is { } style && LevelForm().Match(style) is { Success: true } level)
            return Math.Clamp(int.Parse(level.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture), 1, DeepestLevel);
        return (element.ClassName ?? "").Contains("MsoListParagraph", StringComparison.Ordinal) ? 1 : 0;
    }

    /// <summary>Takes the bullet or number away; null where there is none, so that it is a paragraph.</summary>
    private static string? TakeLabel(IElement element)
    {
        var ignored = element.QuerySelectorAll("span")
            .FirstOrDefault(span => StyleAttribute.Read(span, "mso-list")?.Trim() == "ignore");
        if (ignored is not null)
        {
            var label = Words(ignored.TextContent);
            if (label.Length is 0 or > 10) return null;
            ignored.Remove();
            return label;
        }

        var texts = element.Descendants<IText>().TakeWhile(text => Words(text.Data).Length == 0 || text == First(element)).ToList();
        var beginning = First(element) is { } first ? Beginning().Match(first.Data) : Match.Empty;
        // Spaces may stand in an element of their own after it.
        if (!beginning.Success || !(beginning.Groups["gap"].Length > 0 || HasGapAfter(element))) return null;
        First(element)!.Data = First(element)!.Data[beginning.Length..];
        foreach (var text in texts.Where(text => Words(text.Data).Length == 0)) text.Data = "";
        TrimGap(element);
        return beginning.Groups["label"].Value;
    }

    private static IText? First(IElement element) => element.Descendants<IText>().FirstOrDefault(text => Words(text.Data).Length > 0);

    private static bool HasGapAfter(IElement element)
    {
        var next = element.Descendants<IText>().SkipWhile(text => text != First(element)).Skip(1).FirstOrDefault();
        return next is not null && (next.Data.Length == 0 || char.IsWhiteSpace(next.Data[0]));
    }

    private static void TrimGap(IElement element)
    {
        foreach (var text in element.Descendants<IText>().ToList())
        {
            text.Data = text.Data.TrimStart();
            if (text.Data.Length > 0) return;
        }
    }

    private static string Words(string text) => text.Trim();

    [GeneratedRegex(@"level(\d+)", RegexOptions.CultureInvariant)]
    private static partial Regex LevelForm();

    /// <summary>A bullet, in the symbol fonts of word processors too, where a letter stands for it.</summary>
    [GeneratedRegex(@"^(?:[^\p{L}\p{N}]{1,2}|[oOqvØ§])$", RegexOptions.CultureInvariant)]
    private static partial Regex Bullet();

    [GeneratedRegex(@"^(?<number>\d{1,6})[.)]?$", RegexOptions.CultureInvariant)]
    private static partial Regex Number();

    [GeneratedRegex(
        @"^\s*(?<label>[·•●○◦▪■□–—\-*‣➢✓\uF000-\uF0FF]|[oqvØ§](?=\s|$)|\(?(?:\d{1,4}|[A-Za-z]|[ivxlcIVXLC]{1,6})[.)])(?<gap>\s*)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}

using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Distribution.Platform.Text;

namespace Distribution.Mail.Rendering;

/// <summary>
/// Moves the rules of a simple style sheet (<c>selector { declarations }</c>, later rules win) into the elements that they select.
/// </summary>
internal static partial class InlineStyles
{
    public static string Apply(string html, string styles)
    {
        var document = new HtmlParser().ParseDocument(html);
        foreach (Match rule in Rule().Matches(styles))
        {
            foreach (var element in document.QuerySelectorAll(rule.Groups["selector"].Value))
                element.SetAttribute("style", $"{element.GetAttribute("style")} {rule.Groups["declarations"].Value}".Trim());
        }

        return HtmlWriter.Write(document);
    }

    [GeneratedRegex(@"(?<selector>[^{}]+?)\s*\{\s*(?<declarations>[^{}]+?)\s*\}")]
    private static partial Regex Rule();
}

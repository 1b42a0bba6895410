using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Distribution.Tests.Releases.Intake;

/// <summary>The look of a page in HTML: each letter, with the elements around it.</summary>
internal static class TextShape
{
    /// <summary>A line for each letter that is no white space, such as <c>r h2 bold https://example.org/x</c>.</summary>
    /// <param name="html">The page.</param>
    /// <param name="without">Names that are not said.</param>
    public static List<string> Parse(string html, params IReadOnlyCollection<string> without)
    {
        var body = new HtmlParser().ParseDocument(html).Body!;
        var headings = body.QuerySelectorAll("h1, h2, h3, h4, h5, h6").Where(heading => !string.IsNullOrWhiteSpace(heading.TextContent))
            .Select(heading => heading.LocalName[1] - '0');
        var down = 2 - headings.DefaultIfEmpty(2).Min();
        Dictionary<INode, int> numbers = [];
        return [.. from text in body.Descendants<IText>()
                   from letter in text.Data
                   where !char.IsWhiteSpace(letter)
                   let names = text.Ancestors<IElement>().Select(Name).OfType<string>().Distinct().Order(StringComparer.Ordinal)
                       .Where(name => IsCompared(letter, text) || name is not ("bold" or "italic" or "struck"))
                       .Where(name => !without.Contains(name))
                   select $"{letter} {string.Join(' ', names)}"];

        string? Name(IElement element) => element.LocalName switch
        {
            "b" or "strong" => "bold",
            "i" or "em" => "italic",
            "s" or "del" => "struck",
            "code" => "code",
            "a" => IsAddress(element) ? null : element.GetAttribute("href"),
            "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => $"h{Math.Min(6, element.LocalName[1] - '0' + down)}",
            "li" when element.ParentElement is not { LocalName: "ul" or "ol" } => null,
            "ul" or "ol" or "li" or "blockquote" => $"{element.LocalName}{Number(element)}",
            _ => null,
        };

        int Number(IElement element) => numbers.TryGetValue(element, out var number) ? number : numbers[element] = numbers.Count;
    }

    /// <summary>An address that stands there as words is a link for most who read it, whether it was one or not.</summary>
    private static bool IsAddress(IElement link) =>
        Uri.TryCreate(
            link.TextContent.StartsWith("www.", StringComparison.Ordinal) ? $"http://{link.TextContent}" : link.TextContent,
            UriKind.Absolute,
            out var address)
        && address.AbsoluteUri.TrimEnd('/') == link.GetAttribute("href")?.TrimEnd('/');

    /// <summary>Emphasis beside a word may leave out punctuation and code at its ends.</summary>
    private static bool IsCompared(char letter, IText text) =>
        char.IsLetterOrDigit(letter) && text.Ancestors<IElement>().All(element => element.LocalName != "code");
}

using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Distribution.Releases.Intake;

/// <summary>
/// Reads HTML as a tree of bounded shape; pure. The parser walks up the open elements for many a tag, and opens those left open again in
/// each paragraph, so that a short text can keep it busy for minutes: it is stopped at the first element too many.
/// </summary>
internal static class HtmlTree
{
    /// <summary>How deep elements may lie in each other.</summary>
    public const int Deepest = 200;

    /// <summary>How many elements a text may have.</summary>
    public const int Most = 100_000;

    /// <returns>The body that holds the text, or what is wrong.</returns>
    public static (IElement? Body, string? Problem) Parse(string html)
    {
        var body = new HtmlParser().ParseDocument("").Body!;
        Guard guard = new();
        try
        {
            HtmlParser parser = new(new HtmlParserOptions { OnCreated = (element, _) => guard.Take(element) });
            // As a part of a page: what stands in a head is seen, and said to be dropped, too.
            foreach (var node in parser.ParseFragment(html, body).ToList()) body.AppendChild(node);
            guard.CheckLast();
            return (body, null);
        }
        catch (TooMuchException tooMuch)
        {
            return (null, tooMuch.Message);
        }
    }

    /// <summary>The words of a line of HTML; null for what is not read.</summary>
    public static string? Words(string html)
    {
        var (body, _) = Parse(html.Replace("<br", " <br", StringComparison.OrdinalIgnoreCase));
        return body?.TextContent.Trim();
    }

    private sealed class Guard
    {
        private IElement? last;
        private int count;

        /// <summary>An element has no place yet when it is made. Its place is looked at when the next one is.</summary>
        public void Take(IElement element)
        {
            if (++count > Most)
                throw new TooMuchException($"has more than {Most} elements. Send the text alone, without the page around it.");
            CheckLast();
            last = element;
        }

        public void CheckLast()
        {
            var depth = 0;
            for (var parent = last?.Parent; parent is not null; parent = parent.Parent) depth++;
            if (depth > Deepest) throw new TooMuchException(
                $"has elements that lie more than {Deepest} deep in each other. Close those that are left open, such as "
                    + $"<{last!.LocalName}>.");
        }
    }

    private sealed class TooMuchException(string message) : Exception(message);
}

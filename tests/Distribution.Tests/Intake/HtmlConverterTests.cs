using AngleSharp.Html.Parser;
using Distribution.Intake;
using Distribution.Texts;
using FsCheck;
using FsCheck.Fluent;

namespace Distribution.Tests.Intake;

public sealed class HtmlConverterTests
{
    private static readonly Uri Page = new("https://www.example.org/fr/news/4?x=1");

    [Theory]
    [InlineData("<p>One</p><p>Two</p>", "One\n\nTwo")]
    [InlineData("One<br>two", "One\\\ntwo")]
    [InlineData("One<br><br>two", "One\n\ntwo")]
    [InlineData("<div>One</div><div><span>Two</span></div>", "One\n\nTwo")]
    [InlineData("<h1>A <b>title</b></h1><p>Text", "# A **title**\n\nText")]
    [InlineData("<ul><li>One<li>Two<ul><li>Deep</ul></ul>", "- One\n- Two\n\n  - Deep")]
    [InlineData("<ol start=3><li><p>One</p><p>more</p></li></ol>", "3. One\n\n   more")]
    [InlineData("<blockquote><p>Said</p><p>she</p></blockquote>", "> Said\n>\n> she")]
    [InlineData("<p><strong> bold </strong>and<em> thin</em></p>", "**bold** and *thin*")]
    [InlineData("<p>a&nbsp;b &amp; c &lt;d&gt;</p>", "a b \\& c \\<d\\>")]
    [InlineData("<p>1. not a list</p><p># no heading</p><p>- no item</p>", "1\\. not a list\n\n\\# no heading\n\n\\- no item")]
    [InlineData("<a href='https://example.org/a_(b)'>here</a>", "[here](<https://example.org/a_%28b%29>)")]
    [InlineData("<a href='/about'>us</a> <a href='#top'>up</a>", "[us](<https://www.example.org/about>) up")]
    [InlineData("<a href='mailto:rosa@example.org'>write</a>", "[write](<mailto:rosa@example.org>)")]
    [InlineData("<img src='reef.jpg' alt='A [reef]'>", "![A \\[reef\\]](<https://www.example.org/fr/news/reef.jpg>)")]
    [InlineData("<pre>a\n  b</pre>", "```\na\n  b\n```")]
    [InlineData("<p>Use <code>a`b</code></p>", "Use ``a`b``")]
    [InlineData("<p></p><p>&nbsp;</p><p>Text</p>", "Text")]
    [InlineData("<table><tr><th>Year<th>Reefs</tr><tr><td>2025<td>4</tr></table>", "Year – Reefs\n\n2025 – 4")]
    [InlineData("", "")]
    public void Html_becomes_markdown(string html, string markdown) => Assert.Equal(markdown, HtmlConverter.Convert(html, Page).Markdown);

    [Theory]
    [InlineData("<script>alert(1)</script>Text", "script element", "Text")]
    [InlineData("<style>p{}</style><p style='color:red' onclick='x()'>Text</p>", "onclick attribute, style attribute, style element", "Text")]
    [InlineData("<iframe src='https://example.org'></iframe>Text", "iframe element", "Text")]
    [InlineData("<a href='javascript:alert(1)'>Text</a>", "link to javascript:", "Text")]
    [InlineData("<a href=' java\nscript:alert(1)'>Text</a>", "link to javascript:", "Text")]
    [InlineData("<img src='data:image/png;base64,AA'>Text", "image to data:", "Text")]
    [InlineData("<img src='https://example.org/p.gif' width=1 height=1>Text", "tracking image", "Text")]
    [InlineData("<p class=MsoNormal><o:p></o:p>Text</p>", "o:p element", "Text")]
    public void What_is_dropped_is_said(string html, string dropped, string left)
    {
        var converted = HtmlConverter.Convert(html, Page);

        Assert.Equal(dropped, string.Join(", ", converted.Dropped.Keys));
        Assert.Equal(left, converted.Markdown);
    }

    [Fact]
    public void Relative_addresses_without_a_page_are_named() =>
        Assert.Equal(["/about", "reef.jpg"], HtmlConverter.Convert("<a href='/about'>us</a><img src='reef.jpg'>", page: null).Relative);

    [Fact]
    public void Elements_within_elements_without_end_are_read_as_one_line()
    {
        var html = string.Concat(Enumerable.Repeat("<div>", 5_000)) + "Text" + string.Concat(Enumerable.Repeat("</div>", 5_000));

        Assert.Equal("Text", HtmlConverter.Convert(html, Page).Markdown);
    }

    /// <summary>What authors write in Markdown, sent as the HTML of it, says the same afterwards, and once more changes nothing.</summary>
    [Fact]
    public void The_html_of_a_text_says_the_same_afterwards()
    {
        var words = Gen.Elements("reef", "*", "_", "**four**", "*states*", "`code`", "[a](https://example.org/x)", "&", "<b>", "1.", "- ", "# ", "> ", "\n", "\n\n", "\\", "!", "~~", "|", "é", "العربية");
        var texts = Gen.Select(Gen.ArrayOf(words), parts => string.Join(' ', parts));

        Prop.ForAll(Arb.From(texts), text =>
        {
            var html = Prose.Parse(text).Html;
            var once = Prose.Parse(HtmlConverter.Convert(html, null).Markdown).Html;
            var twice = Prose.Parse(HtmlConverter.Convert(once, null).Markdown).Html;
            return (Words(html) == Words(once) && once == twice).Label($"{text}\n---\n{html}\n---\n{once}\n---\n{twice}");
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>Random signs make no HTML that could do anything, and never an exception.</summary>
    [Fact]
    public void Nothing_that_runs_comes_through()
    {
        var parts = Gen.Elements("<", ">", "script", "/", "img", " onerror=x", "\"", "'", "<a href=", "javascript:", "&#", "x3c;", "<!--", "-->", "<svg>", "<![CDATA[", "text", "\0", "<p", "style=", "`", "[", "](", ")");
        Prop.ForAll(Arb.From(Gen.Select(Gen.ArrayOf(parts), string.Concat)), text =>
        {
            var html = Prose.Parse(HtmlConverter.Convert(text, Page).Markdown).Html;
            return (!html.Contains("<script", StringComparison.OrdinalIgnoreCase) && !html.Contains("href=\"javascript", StringComparison.OrdinalIgnoreCase) && !html.Contains("<svg", StringComparison.OrdinalIgnoreCase)).Label(html);
        }).QuickCheckThrowOnFailure();
    }

    private static string Words(string html) =>
        string.Concat(new HtmlParser().ParseDocument(html).Body!.TextContent.Where(letter => !char.IsWhiteSpace(letter)));
}

using AngleSharp.Html.Parser;
using Distribution.Platform.Text;
using Distribution.Releases.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace Distribution.Tests.Releases.Intake;

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
    [InlineData("<p>a&nbsp;b &amp; c &lt;d&gt;</p>", "a\u00a0b \\& c \\<d\\>")]
    [InlineData("<p>1. not a list</p><p># no heading</p><p>- no item</p>", "1\\. not a list\n\n\\# no heading\n\n\\- no item")]
    [InlineData("<a href='https://example.org/a_(b)'>here</a>", "[here](<https://example.org/a_%28b%29>)")]
    [InlineData("<a href='/about'>us</a> <a href='#top'>up</a>", "[us](<https://www.example.org/about>) up")]
    [InlineData("<a href='mailto:rosa@example.org'>write</a>", "[write](<mailto:rosa@example.org>)")]
    [InlineData("<img src='reef.jpg' alt='A [reef]'>", "![A \\[reef\\]](<https://www.example.org/fr/news/reef.jpg>)")]
    [InlineData("<pre>a\n  b</pre>", "```\na\n  b\n```")]
    [InlineData("<p>Use <code>a`b</code></p>", "Use ``a`b``")]
    [InlineData("<code>a</code><code>b</code> <b><code>c</code></b>", "`ab` **`c`**")]
    [InlineData("<p></p><p>&nbsp;</p><p>Text</p>", "Text")]
    [InlineData("<table><tr><th>Year<th>Reefs</tr><tr><td>2025<td>4</tr></table>", "Year – Reefs\n\n2025 – 4")]
    [InlineData("<table><tr><td><p>one</p><p>two</p></td></tr></table>", "one\n\ntwo")]
    [InlineData("<table><tr><td>In figures:<td><ul><li>one<li>two</ul></table>", "In figures:\n\n- one\n- two")]
    [InlineData("<table><tr><td>one<br>more<td><p>two</table>", "one more – two")]
    [InlineData("<h2>Learn C #</h2><h3>#</h3><h4>C#</h4>", "## Learn C \\#\n\n### \\#\n\n#### C#")]
    [InlineData("<h2>1. First<br><div>part</div></h2>", "## 1. First part")]
    [InlineData(
        "<a href='https://example.org/x'><h2>Title</h2><p>Text</p></a>",
        "## [Title](<https://example.org/x>)\n\n[Text](<https://example.org/x>)")]
    [InlineData(
        "<a href='https://example.org/x'><img src='reef.jpg' alt='Reef'></a>",
        "[![Reef](<https://www.example.org/fr/news/reef.jpg>)](<https://example.org/x>)")]
    [InlineData("<ul>Loose <b>words</b><li>One</li>and more</ul>", "- Loose **words**\n- One\n- and more")]
    [InlineData("<ul><li>One</li><ul><li>Deep</li></ul></ul>", "- One\n\n  - Deep")]
    [InlineData("<ul><li>One</ul><ul><li>Two</ul><ul><li>Three</ul>", "- One\n\n* Two\n\n- Three")]
    [InlineData("<ul><li><hr></ul>", "- ___")]
    [InlineData("<pre>a<script>x()</script><br>b<span hidden>c</span></pre>", "```\na\nb\n```")]
    [InlineData("<p>Read!<a href='https://example.org/x'>this</a></p>", "Read\\![this](<https://example.org/x>)")]
    [InlineData("", "")]
    public void Html_becomes_markdown(string html, string markdown) => Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("<script>alert(1)</script>Text", "script element", "Text")]
    [InlineData(
        "<style>p{}</style><p style='color:red' onclick='x()'>Text</p>", "onclick attribute, style attribute, style element", "Text")]
    [InlineData("<iframe src='https://example.org'></iframe>Text", "iframe element", "Text")]
    [InlineData("<a href='javascript:alert(1)'>Text</a>", "link to javascript:", "Text")]
    [InlineData("<a href=' java\nscript:alert(1)'>Text</a>", "link to javascript:", "Text")]
    [InlineData("<img src='data:image/png;base64,AA'>Text", "image to data:", "Text")]
    [InlineData("<img src='https://example.org/p.gif' width=1 height=1>Text", "tracking image", "Text")]
    [InlineData("<img src='https://example.org/p.gif' style='width: 1px; height:1px'>Text", "tracking image", "Text")]
    [InlineData(
        "<div hidden>No</div><p style='display:none !important'>No</p><img src='https://example.org/p.gif' style='display:none'>Text",
        "hidden element",
        "Text")]
    [InlineData("<pre>Text<script>x()</script></pre>", "script element", "```\nText\n```")]
    [InlineData("<code>Text<style>x</style></code>", "style element", "`Text`")]
    [InlineData("<i>one</i><b>two</b>", "emphasis inside a word", "one**two**")]
    [InlineData("<p class=MsoNormal><o:p></o:p>Text</p>", "o:p element", "Text")]
    public void What_is_dropped_is_said(string html, string dropped, string left)
    {
        var converted = Convert(html);

        Assert.Equal(dropped, string.Join(", ", converted.Dropped.Keys));
        Assert.Equal(left, converted.Markdown);
    }

    [Theory]
    [InlineData("<b>Note:</b>text", "**Note**:text")]
    [InlineData("see<b>(note)</b>here", "see(**note**)here")]
    [InlineData("<b>Note:</b> text", "**Note:** text")]
    [InlineData("<b>one</b><b>two</b>", "**onetwo**")]
    [InlineData("<b>one</b> <strong>two</strong>", "**one two**")]
    [InlineData("<b>one <em>two</em> three</b>", "**one *two* three**")]
    [InlineData("<b><em>one</em> two</b>", "**_one_ two**")]
    [InlineData("<b><em>one</em></b>", "**_one_**")]
    [InlineData("<em>one <b>two</b></em>", "_one **two**_")]
    [InlineData("<b>2 * 3</b>", "**2 \\* 3**")]
    [InlineData("<b>one<br>two</b>", "**one**\\\n**two**")]
    [InlineData("<b><p>one</p><p>two</p></b>", "**one**\n\n**two**")]
    [InlineData(
        "<b style='font-weight: normal'>one</b> <span style='font-weight:700'>two</span> <span style='FONT-STYLE:Italic'>three</span>",
        "one **two** *three*")]
    [InlineData("<i>one</i><b>two</b>", "one**two**")]
    [InlineData("x<b>!</b>y", "x!y")]
    [InlineData("x<i>y*</i>", "x*y\\**")]
    [InlineData("<b>one <a href='https://example.org/x'>two</a></b>", "**one** [**two**](<https://example.org/x>)")]
    [InlineData("`<code>a</code>", "&#96;`a`")]
    public void Emphasis_is_written_so_that_it_is_read(string html, string markdown) => Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("Quatre\u00a0: «\u00a0oui\u202f!\u00a0»", "Quatre\u00a0: «\u00a0oui\u202f!\u00a0»")]
    [InlineData("12\u202f500\u00a0€", "12\u202f500\u00a0€")]
    [InlineData("one&nbsp; two&nbsp;&nbsp;&nbsp;three", "one two three")]
    [InlineData("mot &nbsp;: « &nbsp;oui", "mot\u00a0: «\u00a0oui")]
    [InlineData("&nbsp;&nbsp; one&nbsp;<br>&nbsp;two", "one\\\ntwo")]
    public void A_space_that_keeps_words_together_stays_and_layout_goes(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("https://example.org/?a=1&b=2", "https://example.org/?a=1&b=2")]
    [InlineData("See https://example.org/a_b_c.", "https://example.org/a_b_c")]
    [InlineData("(https://example.org/a_(b)*c)", "https://example.org/a_(b)*c")]
    [InlineData("<b>https://example.org/a_b</b>", "https://example.org/a_b")]
    [InlineData("<a href='https://example.org/a_b'>https://example.org/a_b</a>", "https://example.org/a_b")]
    [InlineData("<a href='https://example.org/a_b'>see https://example.org/c_d</a>", "https://example.org/a_b")]
    [InlineData("<a href='https://example.org/?a=1&amp;lt;=2'>here</a>", "https://example.org/?a=1&lt;=2")]
    [InlineData("www.example.org/a_b", "http://www.example.org/a_b")]
    [InlineData("mailto:a_b@example.org", "mailto:a_b@example.org")]
    public void An_address_leads_where_it_says(string html, string address)
    {
        var mailed =
            new HtmlParser().ParseDocument(Prose.Parse(Convert(html.Replace("&b", "&amp;b", StringComparison.Ordinal)).Markdown).Html);

        Assert.Equal(address, Assert.Single(mailed.QuerySelectorAll("a")).GetAttribute("href"));
    }

    [Fact]
    public void Relative_addresses_without_a_page_are_named() =>
        Assert.Equal(
            ["/about", "reef.jpg"], HtmlConverter.Convert("<a href='/about'>us</a><img src='reef.jpg'>", page: null).Converted!.Relative);

    /// <summary>Random signs make no HTML that could do anything, and never an exception.</summary>
    [Fact]
    public void Nothing_that_runs_comes_through()
    {
        var parts = Gen.Elements(
            "<",
            ">",
            "script",
            "/",
            "img",
            " onerror=x",
            "\"",
            "'",
            "<a href=",
            "javascript:",
            "&#",
            "x3c;",
            "<!--",
            "-->",
            "<svg>",
            "<![CDATA[",
            "text",
            "\0",
            "<p",
            "style=",
            "`",
            "[",
            "](",
            ")");
        Prop.ForAll(Arb.From(Gen.Select(Gen.ArrayOf(parts), string.Concat)), text =>
        {
            var html = Prose.Parse(Convert(text).Markdown).Html;
            return (!html.Contains("<script", StringComparison.OrdinalIgnoreCase)
                && !html.Contains("href=\"javascript", StringComparison.OrdinalIgnoreCase)
                && !html.Contains("<svg", StringComparison.OrdinalIgnoreCase)).Label(html);
        }).QuickCheckThrowOnFailure();
    }

    private static ConvertedHtml Convert(string html)
    {
        var (converted, problem) = HtmlConverter.Convert(html, Page);
        Assert.Null(problem);
        return converted!;
    }
}

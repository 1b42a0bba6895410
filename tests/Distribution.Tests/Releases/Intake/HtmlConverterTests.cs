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
    [InlineData("<table><tr><th>Year<th>Reefs</tr><tr><td>2025<td>4</tr></table>", "| Year | Reefs |\n|---|---|\n| 2025 | 4 |")]
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

        Assert.Equal(dropped, string.Join(", ", converted.Dropped.Select(loss => loss.What)));
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

    [Theory]
    [InlineData("10<sup>6</sup> m<sup>2</sup>, 10<sup>-3</sup>", "10⁶ m², 10⁻³")]
    [InlineData("In 2025<sup>1</sup> and 2026<sup>2, 3</sup>", "In 2025¹ and 2026², ³")]
    [InlineData("In 2025<sup><a href='#note'>1</a></sup> and 2026<sup>[4]</sup>", "In 2025¹ and 2026\\[4\\]")]
    [InlineData("CO<sub>2</sub>, PM<sub>2.5</sub>, v<sub>max</sub>", "CO₂, PM₂.₅, v\\_(max)")]
    [InlineData("x<sup>n+1</sup>, x<sup>ab</sup>, e<sup>x</sup>", "xⁿ⁺¹, x^(ab), e^x")]
    [InlineData(
        "the 1<sup>st</sup>, le XXI<sup>e</sup>, M<sup>me</sup>, N<sup>o</sup> 5, 3<sup>a</sup>", "the 1st, le XXIe, Mme, Nº 5, 3ª")]
    [InlineData("<b>10<sup>6</sup></b>", "**10⁶**")]
    [InlineData("10<span style='vertical-align: super'>6</span>", "10⁶")]
    [InlineData("<code>10<sup>6</sup></code>", "`10⁶`")]
    [InlineData("Reef<sup>TM</sup>", "Reef™")]
    public void Raised_and_lowered_digits_keep_their_meaning(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("<s>50</s> 60", "~~50~~ 60")]
    [InlineData("<span style='text-decoration: line-through'>50</span> <del>51</del>", "~~50 51~~")]
    [InlineData("<s>one <b>two</b></s>, <b>three <s>four</s></b>", "~~one **two**~~, **three** ~~**four**~~")]
    [InlineData("a<s>(b)</s>c", "a(~~b~~)c")]
    public void Struck_out_words_are_struck_out(string html, string markdown) => Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("en", "“one ‘two’”")]
    [InlineData("fr-CA", "«\u00a0one “two”\u00a0»")]
    [InlineData("es", "«one “two”»")]
    public void A_quotation_in_a_line_has_the_marks_of_its_language(string language, string markdown) =>
        Assert.Equal(markdown, HtmlConverter.Convert("<q>one <q>two</q></q>", Page, language).Converted!.Markdown);

    [Theory]
    [InlineData("<ol type='a'><li>One<li>Two</ol>", "- a. One\n- b. Two")]
    [InlineData("<ol style='list-style-type: upper-roman' start='4'><li>One<li>Two</ol>", "- IV. One\n- V. Two")]
    [InlineData("<ol reversed><li>One<li>Two</ol>", "- 2\\. One\n- 1\\. Two")]
    [InlineData("<ol><li>One<li value='7'>Two</ol>", "- 1\\. One\n- 7\\. Two")]
    [InlineData("<ol start='0'><li>One<li>Two</ol>", "0. One\n1. Two")]
    [InlineData("<ol><li value='5'>One<li>Two</ol>", "5. One\n6. Two")]
    [InlineData("<ol type='A'><li><ul><li>x</ul></ol>", "- A.\n\n  - x")]
    public void Items_keep_their_numbers(string html, string markdown) => Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData(
        "<table><tr><th>State<th>2024<th>2025<tr><td>Belize<td><td>14<tr><td>Guyana<td>7<td>&nbsp;</table>",
        "| State | 2024 | 2025 |\n|---|---|---|\n| Belize |  | 14 |\n| Guyana | 7 |  |")]
    [InlineData("<table><tr><td><b>A</b><td><b>B</b><tr><td>1<td>2</table>", "| A | B |\n|---|---|\n| 1 | 2 |")]
    [InlineData("<table><tr><td>A<td>B<tr><td>1<td>2</table>", "| A | B |\n|---|---|\n| 1 | 2 |")]
    [InlineData("<table><tr><td>A<td>B<tr><td>c<td>d</table>", "|  |  |\n|---|---|\n| A | B |\n| c | d |")]
    [InlineData(
        "<table><caption>Reefs</caption><tr><th>A<th>B<tr><td>x|y<td>1<br>2</table>",
        "Reefs\n\n| A | B |\n|---|---|\n| x\\|y | 1 / 2 |")]
    [InlineData("<table><tr><th>A<th>B<tr><td>1<td><ul><li>x<li>y</ul></table>", "| A | B |\n|---|---|\n| 1 | x; y |")]
    [InlineData(
        "<table><tr><th rowspan=2>State<th colspan=2>2025<tr><th>Men<th>Women<tr><td>Guyana<td>1<td>2</table>",
        "| State | 2025 Men | 2025 Women |\n|---|---|---|\n| Guyana | 1 | 2 |")]
    [InlineData(
        "<table><tr><th>A<th>B<tr><td rowspan=2>x<td>1<tr><td>2<tr><td colspan=2>All</table>",
        "| A | B |\n|---|---|\n| x | 1 |\n| x | 2 |\n| All |  |")]
    [InlineData("<table role='presentation'><tr><td>A<td>B<tr><td>1<td>2</table>", "A – B\n\n1 – 2")]
    public void Every_value_of_a_table_stays_in_its_row_and_column(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Fact]
    public void A_table_that_only_spans_make_large_is_not_filled()
    {
        var row = $"<tr>{string.Concat(Enumerable.Repeat("<td rowspan=1000>x", 40))}";

        Assert.Contains("x", Convert($"<table>{string.Concat(Enumerable.Repeat(row, 1_000))}</table>").Markdown, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "<p style='mso-list:l0 level1 lfo1'><!--[if !supportLists]--><span style='font-family:Symbol'>·<span>&nbsp;&nbsp; </span></span>"
            + "<!--[endif]-->One</p><p style='mso-list:l0 level2 lfo1'><span>o<span>&nbsp; </span></span>Deep</p>"
            + "<p style='mso-list:l0 level1 lfo1'>·&nbsp;&nbsp;Two</p>",
        "- One\n\n  - Deep\n- Two")]
    [InlineData(
        "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>3.<span>&nbsp; </span></span>Three</p>\n"
            + "<p style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>4.<span>&nbsp; </span></span>Four</p>",
        "3. Three\n4. Four")]
    [InlineData("<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'>a)&nbsp; One</p>", "- a) One")]
    [InlineData("<p class=MsoListParagraph>No mark at all</p>", "No mark at all")]
    public void Paragraphs_that_a_word_processor_writes_for_items_are_lists(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("It\u0092s \u0093fine\u0094 \u0096 yes\u0085", "It’s “fine” – yes…")]
    [InlineData("one\vtwo\u2028three", "one\\\ntwo\\\nthree")]
    [InlineData("<p style='white-space: pre-wrap'>one\ntwo</p>", "one\\\ntwo")]
    [InlineData("co\u200bral \ufeff", "coral")]
    [InlineData("<p>• One</p><p>• Two</p>", "• One\n\n• Two")]
    public void Characters_that_stand_for_others_are_read(string html, string markdown) => Assert.Equal(markdown, Convert(html).Markdown);

    [Theory]
    [InlineData("<p><ins>60</ins> dollars</p>", "ins element", "60")]
    [InlineData("<mark>six</mark>", "mark element", "six")]
    [InlineData("<our-figure>six</our-figure>", "our-figure element", "six")]
    [InlineData("<abbr title='World Health Organization'>WHO</abbr>", "explanation of an abbreviation", "WHO: World Health Organization")]
    [InlineData("<form>Write <b>here</b></form>Text", "form element", "Write here")]
    [InlineData("<div hidden>No</div>Text", "hidden element", "No")]
    [InlineData("<iframe src='https://video.example.org/4'></iframe>Text", "iframe element", "https://video.example.org/4")]
    [InlineData("<table><tr><th>A<th>B<tr><td colspan=2>c<td>d</table>", "cell over several columns or rows", "c")]
    public void A_loss_names_the_words_concerned(string html, string what, string words)
    {
        var loss = Assert.Single(Convert(html).Dropped);

        Assert.Equal((what, words), (loss.What, Assert.Single(loss.Words)));
    }

    [Theory]
    [InlineData(
        "<a href='/cdn-cgi/l/email-protection#b5c5c7d0c6c6f5d0cdd4d8c5d9d09bdac7d2'>write</a>", "[write](<mailto:press@example.org>)")]
    [InlineData(
        "<a href='/cdn-cgi/l/email-protection#b5c5c7d0c6c6f5d0cdd4d8c5d9d09bdac7d2'><span class='__cf_email__' "
            + "data-cfemail='b5c5c7d0c6c6f5d0cdd4d8c5d9d09bdac7d2'>[email&#160;protected]</span></a>",
        "[press@example.org](<mailto:press@example.org>)")]
    [InlineData("<a href='/cdn-cgi/l/email-protection'>x</a>", "[x](<https://www.example.org/cdn-cgi/l/email-protection>)")]
    [InlineData(
        "<a href='https:" + "//eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fr&amp;data=rosa'>r</a>",
        "[r](<https://www.example.org/r>)")]
    public void What_others_have_put_around_an_address_is_taken_away(string html, string markdown) =>
        Assert.Equal(markdown, Convert(html).Markdown);

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

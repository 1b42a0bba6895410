using Distribution.Platform.Text;

namespace Distribution.Tests.Platform.Text;

public sealed class ProseTests
{
    [Theory]
    [InlineData("One line\nand the next.", "One line and the next.")]
    [InlineData("One line  \nand the next.", "One line\nand the next.")]
    [InlineData("# Title\n\nText.", "Title\n\nText.")]
    [InlineData("A *b* **c** `d`.", "A b c d.")]
    [InlineData("- one\n- two", "- one\n- two")]
    [InlineData("- one\n  - deeper\n- two", "- one\n  - deeper\n- two")]
    [InlineData("- one\n\n- two", "- one\n\n- two")]
    [InlineData("3. three\n4. four", "3. three\n4. four")]
    [InlineData("> one\n>\n> two", "> one\n>\n> two")]
    [InlineData("one\n\n***\n\ntwo", "one\n\n* * *\n\ntwo")]
    [InlineData("```\ncode  here\n```", "code  here")]
    [InlineData("Fish &amp; chips &copy;", "Fish & chips ©")]
    [InlineData("1 \\* 2", "1 * 2")]
    [InlineData("", "")]
    public void Plain_text_reads_as_if_typed(string markdown, string expected) => Assert.Equal(expected, Prose.Parse(markdown).PlainText);

    [Theory]
    [InlineData("[the map](https://example.org/map)", "the map (https://example.org/map)")]
    [InlineData("[https://example.org](https://example.org)", "https://example.org")]
    [InlineData("<https://example.org/a>", "https://example.org/a")]
    [InlineData("See https://example.org/a.", "See https://example.org/a.")]
    [InlineData("[write](mailto:rosa@example.org)", "write (rosa@example.org)")]
    [InlineData("<rosa@example.org>", "rosa@example.org")]
    [InlineData("[call](tel:+18685550142)", "call (+18685550142)")]
    [InlineData("![A reef](https://example.org/reef.jpg)", "[A reef] https://example.org/reef.jpg")]
    [InlineData("![A reef](http://example.org/reef.jpg)", "A reef (http://example.org/reef.jpg)")]
    [InlineData("![A reef](javascript:alert(1))", "A reef")]
    [InlineData("![](https://example.org/reef.jpg)", "https://example.org/reef.jpg")]
    [InlineData("[here](/local)", "here")]
    [InlineData("[here](javascript:alert(1))", "here")]
    public void A_link_stands_behind_its_words(string markdown, string expected) => Assert.Equal(expected, Prose.Parse(markdown).PlainText);

    [Theory]
    [InlineData("[the map](https://reef\u00AD.example.org/a?b=c)", "<p><a href=\"https://reef.example.org/a?b=c\">the map</a></p>")]
    [InlineData("<https://r\u00E9cif.example.org>", "<p><a href=\"https://xn--rcif-bpa.example.org/\">https://récif.example.org</a></p>")]
    [InlineData("![A reef](https://reef\u200D.example.org/a.jpg)", "<p><img src=\"https://reef.example.org/a.jpg\" alt=\"A reef\"></p>")]
    [InlineData("[the map](https://\u200D/a)", "<p>the map</p>")]
    [InlineData("![](https://\u200D/a.jpg)", "<p>https://\u200D/a.jpg</p>")]
    [InlineData("<https://\u200D/a>", "<p>https://\u200D/a</p>")]
    public void A_host_is_written_in_ASCII_and_what_has_none_becomes_its_words(string markdown, string expected) =>
        Assert.Equal(expected, Prose.Parse(markdown).Html.Trim());

    [Theory]
    [InlineData("# Title", "<h2>Title</h2>")]
    [InlineData("### Title", "<h2>Title</h2>")]
    [InlineData("## One\n\n### Two\n\n## Three", "<h2>One</h2>\n<h3>Two</h3>\n<h2>Three</h2>")]
    [InlineData("# One\n\n###### Six", "<h2>One</h2>\n<h6>Six</h6>")]
    [InlineData("A *b* **c**", "<p>A <em>b</em> <strong>c</strong></p>")]
    [InlineData("3. three", "<ol start=\"3\">\n<li>three</li>\n</ol>")]
    [InlineData("![A reef](https://example.org/reef.jpg)", "<p><img src=\"https://example.org/reef.jpg\" alt=\"A reef\"></p>")]
    [InlineData("![A reef](http://example.org/reef.jpg)", "<p><a href=\"http://example.org/reef.jpg\">A reef</a></p>")]
    [InlineData("![A reef](data:image/png;base64,AA==)", "<p>A reef</p>")]
    public void Html_is_plain_and_its_headings_go_below_that_of_the_page(string markdown, string expected) =>
        Assert.Equal(expected, Prose.Parse(markdown).Html.Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("text <b onclick=\"x()\">bold</b>")]
    [InlineData("<style>p{display:none}</style>")]
    [InlineData("<!-- comment -->")]
    public void Html_of_the_author_is_shown_and_not_obeyed(string markdown)
    {
        var prose = Prose.Parse(markdown);

        Assert.DoesNotMatch("<(script|img|b|style|!--)", prose.Html);
        Assert.Equal(markdown, prose.PlainText);
    }

    [Theory]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](vbscript:x)")]
    [InlineData("[x](//elsewhere.example)")]
    [InlineData("[x][1]\n\n[1]: javascript:alert(1)")]
    [InlineData("![x](data:image/png;base64,AAAA)")]
    [InlineData("<javascript:alert(1)>")]
    public void A_link_of_an_unsafe_scheme_is_only_its_words(string markdown) =>
        Assert.DoesNotContain("href", Prose.Parse(markdown).Html, StringComparison.Ordinal);
}

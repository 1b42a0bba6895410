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
    [InlineData("~~50~~ 60", "~~50~~ 60")]
    [InlineData("One | two ~~ three * four", "One | two ~~ three * four")]
    [InlineData("One.\n\n    Indented as in a letter.", "One.\n\nIndented as in a letter.")]
    [InlineData("Text\n• one\n• two", "Text\n\n- one\n- two")]
    [InlineData(
        "| Country | 2024 | 2025 |\n|---|---|---|\n| Belize | | 1,400 |\n| Guyana | 7 | |",
        "Country  2024   2025\n-------  ----  -----\nBelize      –  1,400\nGuyana      7      –")]
    [InlineData("| | |\n|---|---|\n| a | b |\n| ccc | d |", "a    b\nccc  d")]
    [InlineData(
        "| Country | A head that is long enough to fill the line by itself | And one more head |\n|---|---|---|\n| Belize | | 14 |\n"
            + "| Peru | b | 7 |",
        "Country: Belize\nA head that is long enough to fill the line by itself: –\nAnd one more head: 14\n\n"
            + "Country: Peru\nA head that is long enough to fill the line by itself: b\nAnd one more head: 7")]
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
    [InlineData("[2026](https://example.org/budget-2026)", "2026 (https://example.org/budget-2026)")]
    [InlineData("[report](https://example.org/report)", "report (https://example.org/report)")]
    [InlineData("[example.org](https://www.example.org)", "https://www.example.org")]
    [InlineData("[www.example.org/a](https://www.example.org/a/)", "https://www.example.org/a/")]
    [InlineData("[org](https://www.example.org)", "org (https://www.example.org)")]
    [InlineData("[+1 868 555 0142](tel:+18685550142)", "+1 868 555 0142")]
    [InlineData("[rosa@example.org](mailto:rosa@example.org?subject=Reefs)", "rosa@example.org")]
    [InlineData("[example.org](mailto:rosa@example.org)", "example.org (rosa@example.org)")]
    [InlineData(
        "![A](https://example.org/a.jpg)![B](https://example.org/b.jpg) text",
        "[A] https://example.org/a.jpg\n[B] https://example.org/b.jpg text")]
    [InlineData(
        "![A](https://example.org/a.jpg)\n![](https://example.org/b.jpg).", "[A] https://example.org/a.jpg\nhttps://example.org/b.jpg .")]
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

    [Fact]
    public void A_table_is_one_with_its_figures_on_the_right_in_a_box_that_moves_by_itself()
    {
        const string Table =
            "| Country | 2025 | Share |\n|---|---|---|\n| Belize | 1,400 | – |\n| Guyana | (7) | 12 % |\n| Peru | US$ 3 | n/a |";

        var html = Prose.Parse(Table).Html;

        Assert.StartsWith("<div class=\"table\"><table>\n<thead>\n<tr>\n<th scope=\"col\">Country</th>", html, StringComparison.Ordinal);
        Assert.Equal(8, html.Split("class=\"figure\"").Length - 1);
    }

    [Theory]
    [InlineData("|---|:---|", false)]
    [InlineData("|---|---:|", true)]
    [InlineData("|---|---|", true)]
    public void The_author_says_how_a_column_is_aligned_before_its_figures_do(string line, bool isRight) =>
        Assert.Equal(
            isRight, Prose.Parse($"| a | b |\n{line}\n| c | 7 |").Html.Contains("<td class=\"figure\">7", StringComparison.Ordinal));

    [Fact]
    public void Words_of_a_row_that_is_longer_than_its_head_are_not_lost() =>
        Assert.Contains("three", Prose.Parse("| a | b |\n|---|---|\n| one | two | three |").PlainText, StringComparison.Ordinal);

    [Theory]
    [InlineData("[r](https:" + "//www.google.com/url?q=https://example.org/r&sa=D)", "r (https://example.org/r)", "https://example.org/r")]
    [InlineData("<https:" + "//www.google.com/url?q=https://example.org/r>", "https://example.org/r", "https://example.org/r")]
    [InlineData("https:" + "//www.google.com/url?q=https://example.org/r", "https://example.org/r", "https://example.org/r")]
    public void A_wrapped_link_leads_where_it_led_before(string markdown, string text, string address)
    {
        var prose = Prose.Parse(markdown);

        Assert.Equal(text, prose.PlainText);
        Assert.Equal(address, Assert.Single(prose.WebAddresses).AbsoluteUri);
        Assert.DoesNotContain("google", prose.Html, StringComparison.Ordinal);
    }

    /// <summary>Four times the text takes about four times the time, and not sixteen times.</summary>
    [Theory]
    [InlineData("a\n=\n")]
    [InlineData("a\n\n")]
    [InlineData("a  \n")]
    [InlineData("- a\n")]
    public void The_time_to_write_a_text_grows_with_its_length(string part)
    {
        Time(part, 12_000);
        var (few, many) = (Time(part, 12_000), Time(part, 48_000));

        Assert.True(many < (8 * few) + TimeSpan.FromMilliseconds(100), $"{few} and {many}");

        static TimeSpan Time(string part, int length) => Enumerable.Range(0, 3).Min(_ =>
        {
            var start = System.Diagnostics.Stopwatch.GetTimestamp();
            Assert.NotEmpty(Prose.Parse(string.Concat(Enumerable.Repeat(part, length / part.Length))).Html);
            return System.Diagnostics.Stopwatch.GetElapsedTime(start);
        });
    }

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

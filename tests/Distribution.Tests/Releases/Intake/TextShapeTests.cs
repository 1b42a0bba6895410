using Distribution.Platform.Text;
using Distribution.Releases.Intake;
using FsCheck;
using FsCheck.Fluent;

namespace Distribution.Tests.Releases.Intake;

/// <summary>
/// HTML that comes in and the mail made of it look alike: emphasis, struck out words, headings, links, lists, quotations and code.
/// </summary>
public sealed class TextShapeTests
{
    private static readonly string[] Signs =
    [
        "reef", "a", " ", " ", "\u00a0", "*", "**", "_", "(", ")", ":", "!", "«", "€", "é", "😀", "`", "#", "1.", "-", "~", "|", "&amp;",
        "&lt;", "\\", "&amp;copy;",
        " https://example.org/?a=1&amp;b=2_c ", " www.example.org ", "<br>", "<code>a`b*</code>",
    ];

    private static readonly string[] Marks =
    [
        "<b>", "</b>", "<i>", "</i>", "<strong>", "</strong>", "<em>", "</em>", "<s>", "</s>", "<del>", "</del>",
        "<a href='https://example.org/a_b?c=1&amp;d=2'>", "</a>",
    ];

    /// <summary>Whole ones: left open over the border of a list they move its items.</summary>
    private static readonly string[] Marked =
    [
        "<b>reef</b>", "<b>(reef):</b>", "<i>a</i>", "<em>a </em>", "<strong>a <em>reef</em></strong>", "<i><b>a</b> reef</i>",
        "<s>reef</s>", "<del>a <b>(reef)</b></del>", "<b>a <s>reef</s></b>",
        "<a href='https://example.org/a_b?c=1&amp;d=2'>a <b>reef</b></a>",
    ];

    private static readonly string[] Around =
    [
        "<p>", "</p>", "<div>", "</div>", "<ul><li>", "<ul><li>a<li>", "</ul>", "<ol><li>", "</ol>", "<blockquote>", "</blockquote>",
        "<h2>Learn <b>C</b> #</h2>", "<h3>1. a</h3>",
        "<hr>",
    ];

    [Fact]
    public void A_line_of_any_emphasis_links_and_signs() =>
        Prop.ForAll(Arb.From(Texts([.. Signs, .. Marks])), LooksAlike).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    [Fact]
    public void A_text_of_any_blocks() =>
        Prop.ForAll(Arb.From(Texts([.. Signs, .. Marked, .. Around, .. Around])), LooksAlike)
            .Check(Config.QuickThrowOnFailure.WithMaxTest(1_000));

    /// <summary>Markdown, sent as the HTML of it, looks the same afterwards, and once more changes nothing.</summary>
    [Fact]
    public void The_html_of_a_text_in_markdown()
    {
        var words = Gen.Elements(
            "reef",
            "*",
            "_",
            "**four**",
            "*states*",
            "`code`",
            "[a](https://example.org/x)",
            "&",
            "<b>",
            "1.",
            "- ",
            "# ",
            "> ",
            "\n",
            "\n\n",
            "\\",
            "!",
            "~~",
            "|",
            "é",
            "العربية");
        Prop.ForAll(Arb.From(Gen.Select(Gen.ArrayOf(words), parts => string.Join(' ', parts))), text =>
        {
            var html = Prose.Parse(text).Html;
            var once = Mailed(html).Html;
            return LooksAlike(html).And((Mailed(once).Html == once).Label($"{text}\n---\n{once}"));
        }).QuickCheckThrowOnFailure();
    }

    private static Gen<string> Texts(string[] parts) => Gen.Select(Gen.ArrayOf(Gen.Elements(parts)), string.Concat);

    private static Property LooksAlike(string html)
    {
        var (markdown, mailed, lost) = Mailed(html);
        var (before, after) = (TextShape.Parse(html, lost), TextShape.Parse(mailed, lost));
        var first = before.Zip(after).FirstOrDefault(letters => letters.First != letters.Second);
        return before.SequenceEqual(after).Label($"{first} of {before.Count}, {after.Count}\n---\n{html}\n---\n{markdown}\n---\n{mailed}");
    }

    private static (string Markdown, string Html, string[] Lost) Mailed(string html)
    {
        var converted = HtmlConverter.Convert(html, page: null).Converted!;
        var dropped = converted.Dropped.Select(loss => loss.What).ToList();
        string[] lost = dropped.Contains("emphasis in struck out words") ? ["bold", "italic"]
            : dropped.Contains("emphasis inside a word") ? ["italic"] : [];
        return (converted.Markdown, Prose.Parse(converted.Markdown).Html, lost);
    }
}

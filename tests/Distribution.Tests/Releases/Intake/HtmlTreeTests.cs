using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;
using Distribution.Releases.Intake;

namespace Distribution.Tests.Releases.Intake;

public sealed class HtmlTreeTests
{
    [Fact]
    public void Two_hundred_elements_in_each_other_are_read()
    {
        // The body and the page around it are two of them.
        Assert.Equal("Text", HtmlConverter.Convert(Repeat("<div>", 197) + "Text", page: null).Converted!.Markdown);
    }

    [Theory]
    [InlineData("<div>", "")]
    [InlineData("<b>", "<p>x</p>")]
    [InlineData("<ul><li>", "")]
    [InlineData("<blockquote>", "")]
    [InlineData("<table><tr><td>", "")]
    public void Elements_left_open_are_refused_before_they_cost_time(string open, string then) =>
        Assert.Contains("more than 200 deep", Refusal(Fill(open) + then), StringComparison.Ordinal);

    /// <summary>A few left open are opened again in each paragraph.</summary>
    [Fact]
    public void A_text_of_more_elements_than_any_has_is_refused() =>
        Assert.Contains(
            "more than 100000 elements",
            Refusal(string.Concat(Enumerable.Range(0, 150).Select(number => $"<b id={number}>")) + Repeat("<p>x", 100_000)),
            StringComparison.Ordinal);

    [Fact]
    public void A_long_text_of_many_short_paragraphs_is_read() =>
        Assert.Equal(
            60_000, HtmlConverter.Convert(Repeat("<p>x</p>", 60_000), page: null).Converted!.Markdown.Count(letter => letter == 'x'));

    [Fact]
    public void The_refusal_stands_at_the_field_and_the_text_is_not_read()
    {
        FieldErrors errors = new();

        AcceptHtml.From(new()
        {
            Office = "kingston",
            Audience = new() { Lists = [] },
            Translations = new Dictionary<string, TranslationInput> { ["fr"] = new() { Html = Fill("<div>") } }
        }, errors);

        Assert.Contains(
            "Close those that are left open, such as <div>.",
            Assert.Single(errors.ToDictionary()["translations.fr.html"]),
            StringComparison.Ordinal);
    }

    private static string Fill(string open) => Repeat(open, 490_000 / open.Length);

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Refusal(string html)
    {
        var (converted, problem) = HtmlConverter.Convert(html, page: null);
        Assert.Null(converted);
        return problem!;
    }
}

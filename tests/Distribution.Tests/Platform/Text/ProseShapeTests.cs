using Distribution.Platform.Text;
using Distribution.Platform.Validation;

namespace Distribution.Tests.Platform.Text;

public sealed class ProseShapeTests
{
    [Theory]
    [InlineData(">", 128)]
    [InlineData("> ", 128)]
    [InlineData("[", 128)]
    [InlineData("![", 400)]
    [InlineData("*a", 12_000)]
    [InlineData("_a ", 12_000)]
    [InlineData("[a][", 12_000)]
    [InlineData("**a _b ", 5_000)]
    public void A_text_that_lies_too_deep_in_itself_is_refused_or_can_be_written(string part, int count)
    {
        var text = string.Concat(Enumerable.Repeat(part, count)) + "x";

        if (Problem(text) is null) AssertIsWritten(text);
    }

    [Theory]
    [InlineData(">", 128)]
    [InlineData("*a", 12_000)]
    [InlineData("[a][", 12_000)]
    public void What_the_library_gives_up_on_is_refused(string part, int count) =>
        Assert.NotNull(Problem(string.Concat(Enumerable.Repeat(part, count)) + "x"));

    [Fact]
    public void Lists_of_64_levels_are_refused_and_those_of_20_are_not()
    {
        Assert.Contains("too deep", Problem(Lists(64)), StringComparison.Ordinal);
        Assert.Null(Problem(Lists(20)));
        AssertIsWritten(Lists(20));
    }

    [Fact]
    public void A_paragraph_of_thousands_of_signs_is_refused_with_its_line() =>
        Assert.Contains(
            "ends at line 3", Problem($"One.\n\n{string.Concat(Enumerable.Repeat("www.a.b ", 2_100))}"), StringComparison.Ordinal);

    [Fact]
    public void A_long_text_of_many_links_and_emphasis_is_no_such_paragraph() =>
        Assert.Null(Problem(string.Concat(Enumerable.Repeat("**One** [two](https://example.org/x), *three*.\n\n", 1_000))
            + string.Concat(Enumerable.Repeat("- **One** [two](https://example.org/x)\n", 1_000))));

    [Fact]
    public void A_standing_text_is_held_to_the_same()
    {
        FieldErrors errors = new();

        errors.MarkdownTexts("footerNote", new([new("en", new string('>', 500) + "x")]), 1_000);

        Assert.Contains("too deep", Assert.Single(errors.ToDictionary()["footerNote.en"]), StringComparison.Ordinal);
    }

    private static string Lists(int levels) =>
        string.Concat(Enumerable.Range(0, levels).Select(level => $"{new string(' ', level * 2)}- a\n"));

    private static void AssertIsWritten(string text)
    {
        var prose = Prose.Parse(text);
        prose.Prepend("Kingston");
        Assert.NotEmpty(prose.Html);
        Assert.NotEmpty(prose.PlainText);
    }

    private static string? Problem(string text)
    {
        FieldErrors errors = new();
        errors.Markdown("body", text, 100_000);
        return errors.Any ? Assert.Single(errors.ToDictionary()["body"]) : null;
    }
}

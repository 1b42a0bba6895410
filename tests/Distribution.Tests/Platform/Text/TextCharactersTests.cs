using Distribution.Platform.Validation;

namespace Distribution.Tests.Platform.Text;

public sealed class TextCharactersTests
{
    [Theory]
    [InlineData("It\u0092s \u0093fine\u0094 \u0096 yes\u0085", "It’s “fine” – yes…")]
    [InlineData("one\vtwo\fthree\u2028four\u2029five", "one\ntwo\nthree\nfour\n\nfive")]
    [InlineData("re\ufeffef co\u200bral", "reef coral")]
    [InlineData("ភាសា\u200bខ្មែរ", "ភាសា\u200bខ្មែរ")]
    [InlineData("\uf0b7 one", "• one")]
    [InlineData("one\r\ntwo\tthree", "one\ntwo\tthree")]
    [InlineData("می\u200cخواهم 👩‍👩‍👧 \u200fא\u200e", "می\u200cخواهم 👩‍👩‍👧 \u200fא\u200e")]
    public void A_text_has_the_letters_that_were_meant(string text, string expected) => Assert.Equal((expected, null), Text(text));

    [Theory]
    [InlineData("one\ntwo\u0007", "U+0007 (bell) at line 2, place 4")]
    [InlineData("one\r\ntwo\u001b[31m", "U+001B (escape) at line 2, place 4")]
    [InlineData("é\u0081", "U+0081 at place 2")]
    [InlineData("a\u202eb", "U+202E (right-to-left override) at place 2")]
    [InlineData("a\ufdd0", "U+FDD0 at place 2")]
    public void What_is_no_part_of_a_text_is_named_with_its_place(string text, string named) =>
        Assert.Contains(named, Text(text).Problem, StringComparison.Ordinal);

    [Fact]
    public void Half_a_character_is_named() =>
        Assert.Contains("U+D83D (half a character) at place 3", Text("ab\ud83d!").Problem, StringComparison.Ordinal);

    [Theory]
    [InlineData("Field\u200b case", "Field case")]
    [InlineData("First\vsecond\tthird", "First second third")]
    [InlineData("L\u0092eau", "L’eau")]
    public void A_line_has_the_letters_that_were_meant(string line, string expected) => Assert.Equal((expected, null), Line(line));

    [Theory]
    [InlineData("Rosa\u202egro", "U+202E (right-to-left override) at place 5")]
    [InlineData("Field\u2060case", "U+2060 (word joiner) at place 6")]
    [InlineData("Field\u0000case", "U+0000 (null) at place 6")]
    [InlineData("two\nlines", "is one line of text.")]
    [InlineData("two\u2028lines", "is one line of text.")]
    [InlineData("=?utf-8?Q?L=C3=A9gende?=", "Send it as it reads: Légende")]
    [InlineData("=?UTF-8?B?w6l0w6k=?= and more", "Send it as it reads: été and more")]
    public void What_breaks_a_line_or_hides_in_it_is_named_with_its_place(string line, string named) =>
        Assert.Contains(named, Line(line).Problem, StringComparison.Ordinal);

    private static (string Kept, string? Problem) Text(string text)
    {
        FieldErrors errors = new();
        var kept = errors.Text("body", text, 1_000);
        return (kept, errors.Any ? Assert.Single(errors.ToDictionary()["body"]) : null);
    }

    private static (string Kept, string? Problem) Line(string line)
    {
        FieldErrors errors = new();
        var kept = errors.Line("name", line);
        return (kept, errors.Any ? Assert.Single(errors.ToDictionary()["name"]) : null);
    }
}

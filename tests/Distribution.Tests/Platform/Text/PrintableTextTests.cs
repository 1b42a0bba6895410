using Distribution.Platform.Text;

namespace Distribution.Tests.Platform.Text;

public sealed class PrintableTextTests
{
    [Theory]
    [InlineData("one\r\nBcc: two", "one Bcc: two")]
    [InlineData("one\rtwo\ntwo", "one two two")]
    [InlineData("  one \t two  ", "one two")]
    [InlineData("one\u2028two\u0085three", "one two three")]
    [InlineData("one\0two\u0007\u001b[31m", "onetwo[31m")]
    [InlineData("one\uFDD0Leave\uFDD1\uFFFE", "oneLeave")]
    [InlineData("né 🐠 مرحبا", "né 🐠 مرحبا")]
    [InlineData(null, "")]
    public void A_line_is_one_line_of_visible_text(string? text, string expected) => Assert.Equal(expected, PrintableText.Line(text));

    [Fact]
    public void Half_a_surrogate_pair_becomes_a_replacement_character() => Assert.Equal("a\uFFFDb", PrintableText.Line("a\uD83Db"));

    [Fact]
    public void Text_keeps_its_lines() => Assert.Equal("one\ntwo\nthree", PrintableText.Clean("one\r\ntwo\rthree\0"));
}

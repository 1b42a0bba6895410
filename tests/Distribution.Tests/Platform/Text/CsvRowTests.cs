using Distribution.Platform.Text;

namespace Distribution.Tests.Platform.Text;

public sealed class CsvRowTests
{
    [Theory]
    [InlineData("rosa", "rosa")]
    [InlineData("", "")]
    [InlineData(null, "")]
    [InlineData("Núñez, Rosa", "\"Núñez, Rosa\"")]
    [InlineData("Rosa \"R\" Núñez", "\"Rosa \"\"R\"\" Núñez\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("one\nother", "\"one\nother\"")]
    [InlineData(" spaces stay ", " spaces stay ")]
    public void A_cell_is_quoted_where_it_must_be(string? cell, string expected) => Assert.Equal($"{expected}\r\n", CsvRow.Get([cell]));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("+18685550100", "'+18685550100")]
    [InlineData("-1", "'-1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("\t=1", "'\t=1")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("=HYPERLINK(\"x\",\"y\")", "\"'=HYPERLINK(\"\"x\"\",\"\"y\"\")\"")]
    [InlineData("'=1", "''=1")]
    [InlineData("'a", "'a")]
    [InlineData("a=b", "a=b")]
    public void A_cell_that_begins_like_a_formula_becomes_text(string cell, string expected) =>
        Assert.Equal($"{expected}\r\n", CsvRow.Get([cell]));

    [Theory]
    [InlineData("'+18685550100", "+18685550100")]
    [InlineData("''=1", "'=1")]
    [InlineData("=1", "=1")]
    [InlineData("'a", "'a")]
    [InlineData("'", "'")]
    [InlineData("", "")]
    public void What_was_made_text_is_taken_back(string cell, string expected) => Assert.Equal(expected, CsvRow.Undo(cell));

    [Fact]
    public void Cells_may_be_separated_by_semicolons_and_either_is_quoted_in_both() => Assert.Equal(
        "a;\"b;c\";\"d,e\"\r\n", CsvRow.Get(["a", "b;c", "d,e"], CsvSeparator.Semicolon));

    [Fact]
    public void Cells_are_separated_by_commas_and_a_row_ends_with_crlf() => Assert.Equal("a,,\"b,c\"\r\n", CsvRow.Get(["a", null, "b,c"]));
}

using Distribution.Platform.Text;

namespace Distribution.Tests.Platform.Text;

public sealed class CsvSeparatorRuleTests
{
    [Theory]
    [InlineData("fr", CsvSeparator.Semicolon)]
    [InlineData("fr-CH fr", CsvSeparator.Semicolon)]
    [InlineData("es", CsvSeparator.Semicolon)]
    [InlineData("es-ES", CsvSeparator.Semicolon)]
    [InlineData("pt-BR", CsvSeparator.Semicolon)]
    // There a dot is the decimal mark.
    [InlineData("es-MX", CsvSeparator.Comma)]
    [InlineData("en", CsvSeparator.Comma)]
    [InlineData("en-TT fr", CsvSeparator.Comma)]
    [InlineData("xx-1 fr", CsvSeparator.Semicolon)]
    [InlineData("*", CsvSeparator.Comma)]
    [InlineData("", CsvSeparator.Comma)]
    public void The_separator_is_the_one_of_spreadsheet_programs_in_the_first_known_language(string languages, CsvSeparator expected) =>
        Assert.Equal(expected, CsvSeparatorRule.Choose(languages.Split(' ', StringSplitOptions.RemoveEmptyEntries)));
}

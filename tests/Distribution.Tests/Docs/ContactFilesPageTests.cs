using System.Globalization;
using System.Text.Json;
using Distribution.Contacts.Files;
using Distribution.Contacts.Files.Mapping;
using Distribution.Contacts.Files.Values;
using Distribution.Contacts.Outlets;

namespace Distribution.Tests.Docs;

public sealed class ContactFilesPageTests
{
    private static readonly IReadOnlyList<Section> Page = Section.Read("contact-files.md");

    [Fact]
    public void Every_format_is_described() => Assert.Equal(Enum.GetNames<ContactFileFormat>(), Table("Formats").Select(row => row[0]));

    [Fact]
    public void Every_field_is_described_with_how_many_values_it_has() => Assert.Equal(
        Enum.GetValues<ContactField>().Select(field => (ColumnTarget.NameOf(field), FieldValues.IsList(field) ? "several" : "one")),
        Table("Fields").Select(row => (row[0], row[1])));

    [Fact]
    public void Every_name_of_a_column_is_told() => Assert.Equal(
        HeaderNames.Table.Select(entry => $"{entry.Target}: {string.Join(", ", entry.Names)}"),
        Table("Column names").Select(row => $"{row[0]}: {row[1]}"));

    [Fact]
    public void Every_name_of_a_column_is_known() => Assert.All(
        Table("Column names"),
        row => Assert.All(row[1].Split(", "), name => Assert.Equal(row[0], HeaderNames.Find(name)?.ToString())));

    [Fact]
    public void Every_word_for_a_type_of_outlet_is_told() => Assert.Equal(
        OutletTypeNames.Table.Select(entry => $"{OutletTypeName.Get(entry.Type)}: {string.Join(", ", entry.Names)}"),
        Table("Outlet types").Select(row => $"{row[0]}: {row[1]}"));

    [Fact]
    public void Every_word_for_the_state_of_an_address_is_described() => Assert.Equal(
        MailStatusWords.Table.Select(
            entry => $"{JsonNamingPolicy.CamelCase.ConvertName(entry.Status.ToString())}: {string.Join(", ", entry.Words)}"),
        Table("States of addresses").Select(row => $"{row[0]}: {row[2]}"));

    [Fact]
    public void Every_tool_is_described_with_the_columns_it_is_recognised_by() => Assert.Equal(
        KnownTool.All.Select(tool => $"{tool.Tool}: {string.Join(", ", tool.Signs)}"),
        Table("Tools").Select(row => $"{row[0]}: {row[1]}"));

    [Fact]
    public void Every_column_that_means_something_else_in_a_tool_is_told() => Assert.All(
        KnownTool.All.Zip(Table("Tools")),
        tool => Assert.Equal(
            tool.First.Targets.Keys.Order(),
            Section.Names(tool.Second[2].StartsWith('`') ? tool.Second[2] : $"`{tool.Second[2]}").Select(Folding.Fold)
                .Intersect(tool.First.Targets.Keys).Order()));

    [Fact]
    public void Every_limit_is_the_one_in_the_code() => Assert.Equal(
        new[] { ContactFileLimits.MostBytes, ContactFileLimits.MostRows, ContactFileLimits.MostColumns, ContactFileLimits.LongestCell,
            ContactFileLimits.LongestLine, ContactFileLimits.MostValues },
        Table("Limits").Select(row =>
            long.Parse(row[1].Replace(" bytes", "", StringComparison.Ordinal), NumberStyles.AllowThousands, CultureInfo.InvariantCulture)));

    private static IEnumerable<string[]> Table(string title) => Page.Single(section => section.Title == title).Rows;
}

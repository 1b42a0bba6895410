using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Distribution.Platform.Addresses;

namespace Distribution.Tests.Docs;

public sealed partial class AddressesPageTests
{
    private const string None = "–";

    private static readonly IReadOnlyList<Section> Page = Section.Read("addresses.md");

    [Fact]
    public void Every_fault_is_described_in_the_order_of_the_code() =>
        Assert.Equal(Codes<AddressFault>(), Table("Faults").Select(row => row[0]));

    [Fact]
    public void Every_finding_is_described_in_the_order_of_the_code() =>
        Assert.Equal(Codes<AddressFindingKind>(), Table("Findings").Select(row => row[0]));

    [Fact]
    public void Every_code_says_what_it_is() =>
        Assert.All(Table("Faults").Concat(Table("Findings")), row => Assert.NotEmpty(row[1]));

    [Fact]
    public void Every_example_of_a_fault_has_it() => Assert.All(Examples("Faults"), row =>
    {
        var refused = Assert.IsType<AddressCheck.Refused>(AddressRule.Check(Text(row[2])));
        Assert.Equal((row[0], row[3]), (Code(refused.Fault), refused.Suggestion ?? None));
    });

    [Fact]
    public void Every_example_of_a_finding_has_it() => Assert.All(Examples("Findings"), row =>
    {
        var accepted = Assert.IsType<AddressCheck.Accepted>(AddressRule.Check(WithName(row[2])));
        var finding = Assert.Single(accepted.Findings, finding => Code(finding.Kind) == row[0]);
        Assert.Equal(row[3] == None ? null : WithName(row[3]), finding.Suggestion);
    });

    private static IEnumerable<string[]> Table(string title) => Page.Single(section => section.Title == title).Rows;

    private static IEnumerable<string[]> Examples(string title) => Table(title).Where(row => row[2] != None);

    private static string Text(string example) =>
        Character().Replace(
            example, match => ((char)int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString());

    /// <summary>A domain that is somebody's stands alone on the page.</summary>
    private static string WithName(string example) => example.Contains('@', StringComparison.Ordinal) ? example : $"rosa@{example}";

    private static IEnumerable<string> Codes<T>() where T : struct, Enum => Enum.GetValues<T>().Select(Code);

    private static string Code<T>(T value) where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());

    [GeneratedRegex(@"\[U\+([0-9A-F]{4})\]")]
    private static partial Regex Character();
}

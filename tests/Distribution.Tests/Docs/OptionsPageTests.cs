using System.Reflection;
using Distribution.Web;

namespace Distribution.Tests.Docs;

public sealed class OptionsPageTests
{
    private static readonly IReadOnlyList<Setting> Settings =
        [.. Setting.All(typeof(DistributionServices).Assembly, typeof(DistributionWeb).Assembly, Assembly.Load("Distribution.Server"))];

    /// <summary>Names that are not ours, such as those of the exporters, have underscores.</summary>
    private static readonly IReadOnlyList<string[]> Rows =
        [.. Section.Read("options.md").SelectMany(section => section.Rows).Where(row => !row[0].Contains('_', StringComparison.Ordinal))];

    [Fact]
    public void Every_setting_is_described() =>
        Assert.Equal(Settings.Select(setting => setting.Key).Order(), Rows.Select(row => row[0]).Order());

    [Fact]
    public void Every_default_is_the_one_in_the_code() => Assert.All(Settings, setting => Assert.Equal(setting.Default, Row(setting)[1]));

    [Fact]
    public void Every_range_is_the_one_in_the_code() => Assert.All(
        Settings.Where(setting => setting.Allowed is not null),
        setting => Assert.Equal(setting.Allowed, Row(setting)[2]));

    [Fact]
    public void Every_setting_says_what_it_allows_and_does() => Assert.All(Rows, row => Assert.All(row[2..], Assert.NotEmpty));

    private static string[] Row(Setting setting) => Rows.Single(row => row[0] == setting.Key);
}

using Distribution.Testing.Functions;

namespace Distribution.Functions.Tests;

public sealed class MissingSettingTests(HeadFixture fixture)
{
    [Theory]
    [InlineData("Security:ContactSecret")]
    [InlineData("Storage:ConnectionString")]
    public async Task A_head_without_a_setting_that_it_needs_says_so_in_a_line_and_ends(string setting)
    {
        var settings = FunctionsHost.Settings(fixture.Azurite).Where(pair => pair.Key != setting);

        var failure = await Assert.ThrowsAsync<HeadFailure>(() => FunctionsHost.StartAsync(FunctionsHost.Head, settings, TestContext.Current.CancellationToken));

        Assert.Contains($"Set {setting}", failure.Error, StringComparison.Ordinal);
        Assert.Single(failure.Error.TrimEnd().Split('\n'));
        Assert.Equal(1, failure.Code);
    }
}

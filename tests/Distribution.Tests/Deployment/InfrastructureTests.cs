using System.Text.RegularExpressions;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.SendRates;
using Distribution.Mail.Smtp;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Tests.Deployment;

public sealed partial class InfrastructureTests
{
    private static readonly Dictionary<string, Type> Sections = new()
    {
        [DispatchOptions.Section] = typeof(DispatchOptions),
        [SendRateOptions.Section] = typeof(SendRateOptions),
        [MailOptions.Section] = typeof(MailOptions),
        [SecurityOptions.Section] = typeof(SecurityOptions),
        [StorageOptions.Section] = typeof(StorageOptions),
        [PublicOptions.Section] = typeof(PublicOptions),
    };

    [Fact]
    public void Every_setting_of_the_deployment_is_an_option()
    {
        var settings = Setting().Matches(Read("settings.bicep") + Read("app.bicep"))
            .Select(match => (Section: match.Groups["section"].Value, Option: match.Groups["option"].Value))
            .Where(setting => setting.Section != "AzureWebJobsStorage")
            .ToHashSet();

        Assert.NotEmpty(settings);
        Assert.All(settings, setting => Assert.NotNull(Sections[setting.Section].GetProperty(setting.Option)));
    }

    [Fact]
    public void Every_queue_is_there_before_the_application() =>
        Assert.All(Queues.All, queue => Assert.Contains($"'{queue}'", Read("storage.bicep"), StringComparison.Ordinal));

    [Theory]
    [InlineData("DispatchSchedule")]
    [InlineData("SendingSchedule")]
    [InlineData("JobSchedule")]
    [InlineData("DigestSchedule")]
    [InlineData("UnsubscribeSchedule")]
    [InlineData("HousekeepingSchedule")]
    public void Every_schedule_is_a_setting_of_the_platform(string setting) =>
        Assert.Contains($"{setting}:", Read("settings.bicep"), StringComparison.Ordinal);

    private static string Read(string file) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "infra", file));

    [GeneratedRegex("(?<section>[A-Za-z]+)__(?<option>[A-Za-z]+)")]
    private static partial Regex Setting();
}

using System.Text.RegularExpressions;
using Distribution.Dispatches.Digests;
using Distribution.Dispatches.Planning;
using Distribution.Dispatches.Sending;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Readers.Unsubscribe;
using Distribution.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Tests.Docs;

public sealed partial class JobsPageTests
{
    private static readonly IReadOnlyList<Section> Page = Section.Read("jobs.md");

    [Fact]
    public void Every_timer_is_described_with_its_schedule()
    {
        var schedules = Activator.CreateInstance("Distribution.Server", "Distribution.Server.Loops.ScheduleOptions")!.Unwrap()!;
        var expected = schedules.GetType().GetProperties().Select(schedule => (schedule.Name, (string)schedule.GetValue(schedules)!));
        Assert.Equal(expected.Order(), Table("Timers").Select(row => (row[1], row[2])).Order());
    }

    [Fact]
    public void Every_timer_is_described_with_its_job() =>
        Assert.Equal(
            [
                (DispatchDueReleases.Name, nameof(DispatchDueReleases)),
                (ContinueDispatches.Name, nameof(ContinueDispatches)),
                (WakeJobs.Name, nameof(WakeJobs)),
                (SendDigests.Name, nameof(SendDigests)),
                (ReadUnsubscribeMails.Name, nameof(ReadUnsubscribeMails)),
                (RunHousekeeping.Name, nameof(RunHousekeeping)),
            ],
            Table("Timers").Select(row => (row[0], row[3])));

    [Fact]
    public void Every_queue_is_described_with_its_handler() =>
        Assert.Equal(
            [
                (Queues.Releases, nameof(StartRelease)),
                (Queues.Batches, nameof(SendBatch)),
                (Queues.Urgent, nameof(RunWork)),
                (Queues.Work, nameof(RunWork)),
            ],
            Table("Queues").Select(row => (row[0], row[2])));

    [Fact]
    public void No_queue_is_left_out() => Assert.Equal(Queues.All.Order(), Table("Queues").Select(row => row[0]).Order());

    [Fact]
    public async Task Every_named_job_is_described_with_its_runner()
    {
        await using var services = new ServiceCollection().AddLogging().AddDistribution(Settings()).BuildServiceProvider();
        var expected = services.GetServices<IJobRunner>().Select(runner => (runner.Name, runner.GetType().Name));
        Assert.Equal(expected.Order(), Table("Named jobs").Select(row => (row[0], row[1])).Order());
    }

    [Fact]
    public void The_Functions_head_has_a_trigger_for_every_timer_and_queue()
    {
        string[] files = ["TimerFunctions.cs", "QueueFunctions.cs"];
        var head = string.Concat(files.Select(file => Repository.Read($"src/Distribution.Functions/{file}")));
        Assert.Equal(Table("Timers").Select(row => row[1]).Order(), Timer().Matches(head).Select(match => match.Groups[1].Value).Order());
        Assert.Equal(Queues.All.Order(), Queue().Matches(head).Select(match => match.Groups[1].Value).Order());
    }

    private static IEnumerable<string[]> Table(string title) => Page.Single(section => section.Title == title).Rows;

    private static IConfiguration Settings() => new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["Storage:ConnectionString"] = "UseDevelopmentStorage=true",
        ["Security:ContactSecret"] = Convert.ToBase64String(new byte[32]),
        ["Security:LinkSecrets:0"] = Convert.ToBase64String(new byte[32]),
        ["Public:Address"] = "https://news.example.org",
    }).Build();

    [GeneratedRegex("""TimerTrigger\("%(\w+)%"\)""")]
    private static partial Regex Timer();

    [GeneratedRegex("""QueueTrigger\("(\w+)",""")]
    private static partial Regex Queue();
}

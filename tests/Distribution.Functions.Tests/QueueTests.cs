using Distribution.Platform.Storage;

namespace Distribution.Functions.Tests;

public sealed class QueueTests(HeadFixture fixture)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Names => [.. Queues.All];

    /// <summary>Else the host would try it five times and lay it aside.</summary>
    [Theory, MemberData(nameof(Names))]
    public async Task A_message_that_names_nothing_is_logged_and_done_with(string queue)
    {
        var rubbish = $"rubbish in {queue} {{";

        var run = await fixture.Head.RunMessageAsync(queue, rubbish, Token);

        Assert.Null(run.Failure);
        Assert.True(run.Succeeded);
        Assert.Contains(
            fixture.Head.Logs,
            line => line.Contains("names no", StringComparison.Ordinal) && line.Contains(rubbish, StringComparison.Ordinal));
    }
}

using System.Net;
using Distribution.Platform.Jobs;
using Distribution.Testing;

namespace Distribution.Web.Tests.Operations.Status;

public sealed class StatusTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task Health_says_nothing_but_that_it_is_there()
    {
        using var answer = await app.Anonymous.ReadAsync("/health");
        Assert.Equal("""{"status":"ok"}""", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Health_can_be_asked_without_a_body()
    {
        using var answer = await app.Anonymous.SendAsync(HttpMethod.Head, "/health");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task The_status_tells_of_jobs_queues_storage_and_mail()
    {
        await app.Get<JobRuns>().RecordAsync("dispatch", () => Task.CompletedTask, TestContext.Current.CancellationToken);
        using var answer = await app.Administrator.ReadAsync("/api/status");
        var status = await answer.JsonAsync();
        Assert.Equal("dispatch", status.GetProperty("jobs")[0].GetProperty("job").GetString());
        Assert.Equal(
            ["releases", "batches", "urgent", "work"],
            status.GetProperty("queues").EnumerateArray().Select(queue => queue.GetProperty("name").GetString()));
        Assert.Equal(0, status.GetProperty("lateReleases").GetInt32());
        Assert.Equal("nobody", status.GetProperty("mail").GetProperty("recipients").GetString());
        Assert.False(status.GetProperty("mail").GetProperty("ready").GetBoolean());
    }
}

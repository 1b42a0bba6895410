using System.Net;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Idempotency;
using Distribution.Platform.Jobs;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Platform.Idempotency;

public sealed class IdempotencyTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task The_same_request_gets_the_first_answer_again()
    {
        using var first = await PostAsync("same", "same");
        Assert.Equal(HttpStatusCode.Created, first.StatusCode);
        (await app.Administrator.RemoveAsync("/api/outlets/same")).EnsureSuccessStatusCode();
        using var second = await PostAsync("same", "same");
        Assert.Equal(HttpStatusCode.Created, second.StatusCode);
        Assert.Equal(first.Headers.Location, second.Headers.Location);
        Assert.Equal(first.Headers.ETag, second.Headers.ETag);
        Assert.Equal(await first.Content.ReadAsStringAsync(Token), await second.Content.ReadAsStringAsync(Token));
        using var read = await app.Administrator.ReadAsync("/api/outlets/same");
        Assert.Equal(HttpStatusCode.NotFound, read.StatusCode);
    }

    [Fact]
    public async Task Another_body_or_another_address_under_the_key_is_refused()
    {
        using var first = await PostAsync("other", "other-a");
        using var body = await PostAsync("other", "other-b");
        await body.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "key-reused");
        using var address = await app.Administrator.PostAsync("/api/media-lists", Outlet("other-a"), ("Idempotency-Key", "other"));
        await address.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task Even_a_body_that_cannot_be_read_is_first_looked_up()
    {
        using var first = await PostAsync("unread", "unread");
        using var broken = await app.Administrator.PostAsync("/api/outlets", "{ broken", ("Idempotency-Key", "unread"));
        await broken.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "key-reused");
    }

    [Fact]
    public async Task A_refused_request_may_be_corrected_under_the_same_key()
    {
        using var refused =
            await app.Administrator.PostAsync("/api/outlets", """{ "name": "" , "type": "daily" }""", ("Idempotency-Key", "corrected"));
        await refused.AssertProblemAsync(HttpStatusCode.UnprocessableEntity, "invalid");
        using var unreadable = await app.Administrator.PostAsync("/api/outlets", "{", ("Idempotency-Key", "corrected"));
        await unreadable.AssertProblemAsync(HttpStatusCode.BadRequest, "unreadable");
        using var corrected = await PostAsync("corrected", "corrected");
        Assert.Equal(HttpStatusCode.Created, corrected.StatusCode);
    }

    [Fact]
    public async Task Of_many_at_once_one_is_carried_out_and_none_is_told_otherwise()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => PostAsync("many", "many")));
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.Created or HttpStatusCode.Conflict));
        Assert.Contains(answers, answer => answer.StatusCode == HttpStatusCode.Created);
        foreach (var waiting in answers.Where(answer => answer.StatusCode == HttpStatusCode.Conflict))
        {
            await waiting.AssertProblemAsync(HttpStatusCode.Conflict, "running");
            Assert.NotNull(waiting.Headers.RetryAfter);
        }
    }

    [Fact]
    public async Task A_run_that_died_is_taken_over_once_its_lease_has_passed()
    {
        using var probe = await PostAsync("probe", "died");
        (await app.Administrator.RemoveAsync("/api/outlets/died")).EnsureSuccessStatusCode();
        await BeginAsDeadRunAsync("died");
        using var early = await PostAsync("died", "died");
        var problem = await early.AssertProblemAsync(HttpStatusCode.Conflict, "running");
        Assert.Equal(app.Clock.GetUtcNow() + IdempotencyStore.Lease, problem.GetProperty("until").GetDateTimeOffset());
        app.Clock.Advance(IdempotencyStore.Lease);
        using var late = await PostAsync("died", "died");
        Assert.Equal(HttpStatusCode.Created, late.StatusCode);
    }

    [Fact]
    public async Task A_key_is_free_again_after_thirty_days()
    {
        using var first = await PostAsync("old", "old");
        app.Clock.Advance(IdempotencyStore.Kept);
        await app.Get<RunHousekeeping>().RunAsync(Token);
        Assert.Contains("answers ", (await app.Get<JobRuns>().FindAsync(RunHousekeeping.Name, Token))!.Note, StringComparison.Ordinal);
        using var other = await PostAsync("old", "new");
        Assert.Equal(HttpStatusCode.Created, other.StatusCode);
    }

    [Fact]
    public async Task A_key_of_more_than_255_characters_is_refused()
    {
        using var answer = await PostAsync(new string('k', 256), "long");
        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", "Idempotency-Key");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Leaves behind what a process leaves that is killed in the middle of the request.</summary>
    private async Task BeginAsDeadRunAsync(string key)
    {
        var context = new Microsoft.AspNetCore.Http.DefaultHttpContext();
        (context.Request.Method, context.Request.Path) = ("POST", "/api/outlets");
        context.Request.Body = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(Outlet(key)));
        var fingerprint = await Web.Platform.Idempotency.Fingerprint.ComputeAsync(context.Request, Token);
        var attempt = await app.Get<IdempotencyStore>().BeginAsync(Caller.Administrator.User, key, fingerprint, Token);
        Assert.IsType<IdempotencyAttempt.Begun>(attempt);
    }

    private Task<HttpResponseMessage> PostAsync(string key, string id) =>
        app.Administrator.PostAsync("/api/outlets", Outlet(id), ("Idempotency-Key", key));

    private static string Outlet(string id) => $$"""{ "id": "{{id}}", "name": "Gazette", "type": "daily" }""";
}

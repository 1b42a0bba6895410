using System.Net;
using Distribution.Testing;

namespace Distribution.Web.Tests.Platform.Resources;

public sealed class ListTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_list_is_read_part_by_part_to_its_end()
    {
        foreach (var number in Enumerable.Range(1, 5))
        {
            (await app.Administrator.PostAsync(
                "/api/outlets", $$"""{ "name": "Outlet {{number}}", "type": "daily" }""")).EnsureSuccessStatusCode();
        }

        List<string> seen = [];
        for (var address = "/api/outlets?limit=2"; address is not null;)
        {
            using var answer = await app.Administrator.ReadAsync(address);
            var part = await answer.JsonAsync();
            seen.AddRange(part.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            address = answer.Headers.TryGetValues("Link", out var links) ? links.Single().Split('<', '>')[1] : null;
            Assert.Equal(address is null, part.GetProperty("next").GetString() is null);
        }

        Assert.Equal(["outlet-1", "outlet-2", "outlet-3", "outlet-4", "outlet-5"], seen);
    }

    [Fact]
    public async Task Head_tells_what_get_would_without_the_body()
    {
        using var got = await app.Administrator.ReadAsync("/api/status");
        using var head = await app.Administrator.SendAsync(HttpMethod.Head, "/api/status");
        using var missing = await app.Administrator.SendAsync(HttpMethod.Head, "/api/outlets/nowhere");
        using var anonymous = await app.Anonymous.SendAsync(HttpMethod.Head, "/api/outlets");

        Assert.Equal((HttpStatusCode.OK, got.Content.Headers.ContentType), (head.StatusCode, head.Content.Headers.ContentType));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.Unauthorized), (missing.StatusCode, anonymous.StatusCode));
    }

    [Theory]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=201", "limit")]
    [InlineData("limit=ten", "limit")]
    [InlineData("after=***", "after")]
    [InlineData("after=JycgL2E", "after")]
    public async Task A_query_that_cannot_be_read_names_its_part(string query, string field)
    {
        using var answer = await app.Administrator.ReadAsync($"/api/outlets?{query}");
        await answer.AssertFieldAsync(HttpStatusCode.BadRequest, "unreadable", field);
    }
}

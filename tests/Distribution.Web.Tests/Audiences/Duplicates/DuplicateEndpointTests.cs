using System.Net;
using Distribution.Audiences.Duplicates;
using Distribution.Platform.Jobs;
using Distribution.Testing;

namespace Distribution.Web.Tests.Audiences.Duplicates;

public sealed class DuplicateEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task Duplicates_are_searched_listed_with_evidence_and_dismissed_for_good()
    {
        foreach (var name in new[] { "rosa", "r.nunez", "nunez" })
        {
            var body =
                $$"""{ "address": "{{name}}@example.org", "name": "Rosa Núñez", "languages": ["es"], "phones": [{ "number": "+442079460958" }], "source": "{{name}}", "lawfulBasis": "consent" }""";
            (await app.Administrator.PostAsync("/api/contacts", body)).EnsureSuccessStatusCode();
        }

        await SearchAsync();
        var pairs = await ListAsync("/api/duplicates?limit=2");
        Assert.Equal(3, pairs.Count);
        Assert.Equal("name phone", pairs[0].Facts);

        using var dismissed = await app.Administrator.RemoveAsync($"/api/duplicates/{pairs[0].Second}/{pairs[0].First}");
        Assert.Equal(HttpStatusCode.NoContent, dismissed.StatusCode);
        await SearchAsync();
        Assert.DoesNotContain(pairs[0], await ListAsync("/api/duplicates"));
    }

    [Fact]
    public async Task A_pair_that_is_not_known_is_not_dismissed()
    {
        using var answer = await app.Administrator.RemoveAsync("/api/duplicates/one/other");
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    private async Task SearchAsync()
    {
        using var started = await app.Administrator.PostAsync("/api/duplicates", "");
        Assert.Equal(app.Clock.GetUtcNow(), (await started.JsonAsync()).GetProperty("startedAt").GetDateTimeOffset());
        await app.Get<RunWork>().RunAsync($"{FindDuplicates.JobName}|{FindDuplicates.OnlyId}", TestContext.Current.CancellationToken);
    }

    private async Task<List<(string First, string Second, string Facts)>> ListAsync(string address)
    {
        List<(string, string, string)> pairs = [];
        for (var next = address; next is not null;)
        {
            using var answer = await app.Administrator.ReadAsync(next);
            var part = await answer.JsonAsync();
            pairs.AddRange(part.GetProperty("items").EnumerateArray().Select(pair => (
                pair.GetProperty("first").GetProperty("id").GetString()!,
                pair.GetProperty("second").GetProperty("id").GetString()!,
                string.Join(' ', pair.GetProperty("evidence").EnumerateArray().Select(fact => fact.GetProperty("fact").GetString())))));
            next = part.GetProperty("next").GetString() is { } after ? $"{address}&after={after}" : null;
        }

        return pairs;
    }
}

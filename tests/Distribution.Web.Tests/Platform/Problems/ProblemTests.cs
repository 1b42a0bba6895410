using System.Net;
using Distribution.Testing;

namespace Distribution.Web.Tests.Platform.Problems;

public sealed class ProblemTests(Azurite azurite)
{
    private const string Browser = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_address_is_a_problem_of_its_own_type()
    {
        await using var app = await HttpHost.StartAsync(azurite, CancellationToken);
        using var answer = await app.Anonymous.GetAsync("/api/nothing", CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Theory]
    [InlineData("/nowhere", null)]
    [InlineData("/nowhere", "*/*")]
    [InlineData("/nowhere", "application/json, text/html;q=0")]
    [InlineData("/api/nowhere", Browser)]
    public async Task A_program_that_finds_nothing_gets_a_problem(string address, string? accept)
    {
        await using var app = await HttpHost.StartAsync(azurite, CancellationToken);
        using var answer = await app.Anonymous.ReadAsync(address, accept is null ? [] : [("Accept", accept)]);
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task A_browser_that_finds_nothing_gets_a_page()
    {
        await using var app = await HttpHost.StartAsync(azurite, CancellationToken);
        using var answer = await app.Anonymous.ReadAsync("/nowhere", ("Accept", Browser));
        Assert.Equal((HttpStatusCode.NotFound, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(
            "There is no page at this address", await answer.Content.ReadAsStringAsync(CancellationToken), StringComparison.Ordinal);
        Assert.Contains("Accept", answer.Headers.Vary);
    }

    [Fact]
    public async Task Another_method_is_refused_and_the_right_one_named()
    {
        await using var app = await HttpHost.StartAsync(azurite, CancellationToken);
        using var answer = await app.Anonymous.DeleteAsync("/api/organisation", CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "method");
        Assert.Equal(["GET", "PUT"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_what_it_means()
    {
        await using var app = await HttpHost.StartAsync(azurite, CancellationToken);
        var text = await app.Anonymous.GetStringAsync("/problems/missing", CancellationToken);
        Assert.Contains("\"status\":404", text, StringComparison.Ordinal);
    }
}

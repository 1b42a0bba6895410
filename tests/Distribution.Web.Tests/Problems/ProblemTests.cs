using System.Net;
using Distribution.Testing;

namespace Distribution.Web.Tests.Problems;

public sealed class ProblemTests(Azurite azurite)
{
    private static CancellationToken CancellationToken => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_unknown_address_is_a_problem_of_its_own_type()
    {
        await using var app = await App.StartAsync(azurite, CancellationToken);
        using var answer = await app.Anonymous.GetAsync("/api/nothing", CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task Another_method_is_refused_and_the_right_one_named()
    {
        await using var app = await App.StartAsync(azurite, CancellationToken);
        using var answer = await app.Anonymous.DeleteAsync("/api/organisation", CancellationToken);
        await answer.AssertProblemAsync(HttpStatusCode.MethodNotAllowed, "method");
        Assert.Equal(["GET", "PUT"], answer.Content.Headers.Allow.Order());
    }

    [Fact]
    public async Task The_type_of_a_problem_leads_to_what_it_means()
    {
        await using var app = await App.StartAsync(azurite, CancellationToken);
        var text = await app.Anonymous.GetStringAsync("/problems/missing", CancellationToken);
        Assert.Contains("\"status\":404", text, StringComparison.Ordinal);
    }
}

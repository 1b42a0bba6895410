using System.Net;
using System.Text.Json;
using Distribution.Testing;
using Distribution.Web.Security;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Tests.Description;

public sealed class DescriptionTests(AppFixture fixture) : IClassFixture<AppFixture>
{
    private readonly App app = fixture.App;

    [Fact]
    public async Task The_description_is_openapi_3_1_with_the_way_to_sign_in()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal("bearer", document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Every_protected_operation_has_a_summary_its_key_and_its_refusals()
    {
        var count = 0;
        foreach (var (name, operation) in Operations(await DocumentAsync()).Where(operation => operation.Name.Contains("/api/", StringComparison.Ordinal)))
        {
            Assert.True(operation.TryGetProperty("summary", out _), $"{name} has no summary");
            Assert.True(operation.TryGetProperty("security", out var security) && security.GetArrayLength() == 1, $"{name} has no security");
            var statuses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToList();
            Assert.Contains("401", statuses);
            Assert.Contains("403", statuses);
            if (operation.TryGetProperty("requestBody", out _)) Assert.Empty(new[] { "400", "413", "415" }.Except(statuses));
            count++;
        }

        Assert.Equal(app.Get<EndpointDataSource>().Endpoints.Count(route => route.Metadata.GetMetadata<RoleRequirement>() is not null), count);
    }

    [Fact]
    public async Task A_schema_says_what_is_required_and_in_which_form()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        var office = schemas.GetProperty("OfficeRequest");
        Assert.Equal(["names", "country", "timeZone", "replyAddress"], office.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("ISO 3166-1 alpha-2.", office.GetProperty("properties").GetProperty("country").GetProperty("description").GetString());
        Assert.Contains("television", schemas.GetProperty("OutletType").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task The_page_works_offline_under_a_policy_of_its_own()
    {
        using var page = await app.Anonymous.ReadAsync("/api/docs/");
        var html = await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var policy = Assert.Single(page.Headers.GetValues("Content-Security-Policy"));
        var nonce = policy.Split("'nonce-")[1].Split('\'')[0];
        Assert.Contains($"nonce=\"{nonce}\"", WebUtility.HtmlDecode(html), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe-eval", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("https://", html, StringComparison.Ordinal);
    }

    private async Task<JsonElement> DocumentAsync()
    {
        using var answer = await app.Anonymous.ReadAsync("/openapi/v1.json");
        return await answer.JsonAsync();
    }

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name} {path.Name}", operation.Value);
}

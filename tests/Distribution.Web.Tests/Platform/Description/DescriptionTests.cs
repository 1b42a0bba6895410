using System.Net;
using System.Text.Json;
using Distribution.Testing;
using Distribution.Testing.Checkers;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Tests.Platform.Description;

public sealed class DescriptionTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task The_description_is_openapi_3_1_with_the_way_to_sign_in()
    {
        var document = await DocumentAsync();
        Assert.StartsWith("3.1", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            "bearer",
            document.GetProperty("components").GetProperty("securitySchemes").GetProperty("apiKey").GetProperty("scheme").GetString());
    }

    [Fact]
    public async Task Every_protected_operation_has_a_summary_its_key_and_its_refusals()
    {
        var count = 0;
        foreach (var (name, operation) in Operations(await DocumentAsync())
            .Where(operation => operation.Name.Contains("/api/", StringComparison.Ordinal)))
        {
            Assert.True(operation.TryGetProperty("summary", out _), $"{name} has no summary");
            // Operations that everybody may call; the count below sees that nothing else is without.
            if (!operation.TryGetProperty("security", out var security) || security.GetArrayLength() == 0) continue;
            Assert.Equal(1, security.GetArrayLength());
            var statuses = operation.GetProperty("responses").EnumerateObject().Select(response => response.Name).ToList();
            Assert.Contains("401", statuses);
            Assert.Empty(new[] { "403", "500", "503" }.Except(statuses));
            if (HasParameter(operation, "Idempotency-Key")) Assert.Empty(new[] { "400", "409", "413", "422" }.Except(statuses));
            if (operation.TryGetProperty("requestBody", out _)) Assert.Empty(new[] { "400", "413", "415" }.Except(statuses));
            count++;
        }

        Assert.Equal(
            app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>().Count(
                route => route.Metadata.GetMetadata<RoleRequirement>() is not null
                    && route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)),
            count);
    }

    [Fact]
    public async Task Spectral_finds_nothing_to_mend()
    {
        using var answer = await app.Anonymous.ReadAsync("/openapi/v1.json");
        var faults = await OpenApiCheckers.RunSpectralAsync(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Redocly_finds_nothing_to_mend()
    {
        using var answer = await app.Anonymous.ReadAsync("/openapi/v1.json");
        var faults = await OpenApiCheckers.RunRedoclyAsync(
            await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), TestContext.Current.CancellationToken);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Every_operation_has_examples_a_described_tag_and_says_whether_it_needs_a_key()
    {
        var document = await DocumentAsync();
        var tags = document.GetProperty("tags").EnumerateArray()
            .Where(tag => tag.GetProperty("description").GetString()!.Length > 0).Select(Name).ToHashSet();
        foreach (var (name, operation) in Operations(document))
        {
            Assert.True(operation.TryGetProperty("security", out _), $"{name} does not say whether it needs a key");
            Assert.All(operation.GetProperty("tags").EnumerateArray(), tag => Assert.Contains(tag.GetString(), tags));
            foreach (var content in Contents(operation))
                Assert.True(content.Value.TryGetProperty("example", out _), $"{name} has no example of {content.Name}");
        }
    }

    [Fact]
    public async Task A_file_of_text_is_described_as_text()
    {
        var record = (await DocumentAsync()).GetProperty("paths").GetProperty("/api/dispatches/{id}/record").GetProperty("get")
            .GetProperty("responses").GetProperty("200").GetProperty("content");
        Assert.Equal("string", record.GetProperty("text/csv").GetProperty("schema").GetProperty("type").GetString());
        Assert.True(record.GetProperty("application/json").GetProperty("schema").TryGetProperty("$ref", out _));
    }

    [Fact]
    public async Task A_schema_says_what_is_required_and_in_which_form()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        var office = schemas.GetProperty("OfficeRequest");
        Assert.Equal(
            ["names", "country", "timeZone", "replyAddress"],
            office.GetProperty("required").EnumerateArray().Select(name => name.GetString()));
        Assert.Equal("ISO 3166-1 alpha-2.", office.GetProperty("properties").GetProperty("country").GetProperty("description").GetString());
        Assert.Contains(
            "television", schemas.GetProperty("OutletType").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task Duty_hours_are_described_as_they_are_written()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        var span = schemas.GetProperty("DutySpan").GetProperty("properties");
        Assert.Equal(
            ("string", "^([01][0-9]|2[0-3]):[0-5][0-9]$"),
            (Word(span.GetProperty("from"), "type"), Word(span.GetProperty("from"), "pattern")));
        Assert.False(span.GetProperty("from").TryGetProperty("format", out _));
        Assert.Equal("When it begins, such as 09:00.", Word(span.GetProperty("from"), "description"));
        Assert.Equal("date", Word(schemas.GetProperty("AbsenceDates").GetProperty("properties").GetProperty("until"), "format"));
        Assert.Contains("monday", schemas.GetProperty("DayOfWeek").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
        Assert.Contains(
            "mailOnly", schemas.GetProperty("PhoneVisibility").GetProperty("enum").EnumerateArray().Select(word => word.GetString()));
    }

    [Fact]
    public async Task What_a_request_cannot_do_without_is_required()
    {
        var parameters =
            (await DocumentAsync()).GetProperty("paths").GetProperty("/api/subscriptions").GetProperty("get").GetProperty("parameters");
        Assert.Equal(["list"], parameters.EnumerateArray().Where(parameter => parameter.TryGetProperty("required", out _)).Select(Name));
    }

    [Fact]
    public async Task Members_of_a_body_that_are_ignored_are_read_only()
    {
        var release = (await DocumentAsync()).GetProperty("components").GetProperty("schemas").GetProperty("ReleaseReplacement")
            .GetProperty("properties");
        Assert.All(
            (string[])["id", "version", "createdAt", "approvals"],
            member => Assert.True(
                release.GetProperty(member).TryGetProperty("readOnly", out var isReadOnly) && isReadOnly.GetBoolean(),
                $"{member}: {release.GetProperty(member)}"));
        Assert.False(release.GetProperty("office").TryGetProperty("readOnly", out _));
    }

    [Fact]
    public async Task A_read_that_has_a_version_may_answer_that_it_is_known()
    {
        var responses =
            (await DocumentAsync()).GetProperty("paths").GetProperty("/api/offices/{id}").GetProperty("get").GetProperty("responses");
        Assert.True(responses.TryGetProperty("304", out _));
    }

    [Fact]
    public async Task A_problem_has_more_members_than_the_standard_names()
    {
        var schemas = (await DocumentAsync()).GetProperty("components").GetProperty("schemas");
        foreach (var name in new[] { "ProblemDetails", "HttpValidationProblemDetails" })
        {
            var problem = schemas.GetProperty(name);
            Assert.True(problem.GetProperty("properties").TryGetProperty("traceId", out _));
            Assert.False(problem.TryGetProperty("additionalProperties", out var others) && others.ValueKind == JsonValueKind.False);
        }
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

    private static IEnumerable<JsonProperty> Contents(JsonElement operation)
    {
        var answers = operation.GetProperty("responses").EnumerateObject()
            .Where(response => response.Name.StartsWith('2')).Select(response => response.Value);
        return (operation.TryGetProperty("requestBody", out var body) ? answers.Append(body) : answers)
            .SelectMany(part => part.TryGetProperty("content", out var content) ? [.. content.EnumerateObject()] : (JsonProperty[])[]);
    }

    private static bool HasParameter(JsonElement operation, string name) =>
        operation.TryGetProperty("parameters", out var parameters) && parameters.EnumerateArray().Any(parameter => Name(parameter) == name);

    private static string? Word(JsonElement schema, string member) => schema.GetProperty(member).GetString();

    private static string? Name(JsonElement parameter) => parameter.GetProperty("name").GetString();

    private static IEnumerable<(string Name, JsonElement Operation)> Operations(JsonElement document) =>
        from path in document.GetProperty("paths").EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select ($"{operation.Name} {path.Name}", operation.Value);
}

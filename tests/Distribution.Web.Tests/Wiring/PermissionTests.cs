using System.Net;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Tests.Wiring;

public sealed class PermissionTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly HttpHost app = fixture.App;

    /// <summary>Pages of the console lead to signing in; nothing else does.</summary>
    [Fact]
    public async Task No_protected_route_answers_without_a_key()
    {
        foreach (var (method, address, _) in Protected())
        {
            using var answer = await app.Anonymous.SendAsync(method, address, Body(method));
            var expected = IsPage(method, address) ? HttpStatusCode.SeeOther : HttpStatusCode.Unauthorized;
            Assert.True(answer.StatusCode == expected, $"{method} {address}: {answer.StatusCode}");
        }
    }

    [Theory]
    [InlineData(Role.Viewer)]
    [InlineData(Role.Author)]
    [InlineData(Role.Approver)]
    public async Task No_route_answers_a_lower_role_than_it_names(Role role)
    {
        using var program = app.Client(await app.NewKeyAsync(role));
        using var browser = await app.SignInAsync(role);
        foreach (var (method, address, needed) in Protected().Where(route => route.Role > role))
        {
            using var answer = await (IsConsole(address) ? browser : program).SendAsync(method, address, Body(method));
            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {address} needs {needed}: {answer.StatusCode}");
        }
    }

    [Fact]
    public async Task No_change_is_made_by_one_whose_role_is_held_at_no_office_of_ours()
    {
        using var client = app.Client(await app.NewKeyAsync(Role.Administrator, "nowhere"));
        using var organisation = await client.PutAsync(
            "/api/organisation",
            """{ "names": { "en": "O" }, "languages": ["en"], "postalAddress": "P", "website": "https://example.org", "senderAddress": "o@example.org" }""");
        await organisation.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var office = await client.PostAsync(
            "/api/offices",
            """{ "names": { "en": "K" }, "country": "JM", "timeZone": "America/Jamaica", "replyAddress": "k@example.org" }""");
        await office.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var list = await client.PostAsync("/api/media-lists", """{ "names": { "en": "L" } }""");
        await list.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
        using var person =
            await client.PostAsync("/api/users", """{ "name": "P", "email": "p@example.org", "grants": [{ "role": "viewer" }] }""");
        await person.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    private IEnumerable<(HttpMethod Method, string Address, Role Role)> Protected() =>
        from route in app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        let permission = route.Metadata.GetMetadata<RoleRequirement>()
        where permission is not null
        from method in route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
        select (new HttpMethod(method), Filled(route), permission.Role);

    private static bool IsConsole(string address) => address.StartsWith("/console", StringComparison.Ordinal);

    private static bool IsPage(HttpMethod method, string address) =>
        IsConsole(address) && (method == HttpMethod.Get || method == HttpMethod.Head);

    private static string Filled(RouteEndpoint route) =>
        "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment =>
            segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternLiteralPart literal
                ? literal.Content
                : segment.Parts[0] is Microsoft.AspNetCore.Routing.Patterns.RoutePatternParameterPart { Name: "language" } ? "fr"
                : "0123456789abcdef0123456789abcdef"));

    private static string? Body(HttpMethod method) => method == HttpMethod.Post || method == HttpMethod.Put ? "{}" : null;
}

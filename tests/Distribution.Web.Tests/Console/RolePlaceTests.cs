using System.Net;
using System.Text.RegularExpressions;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Distribution.Web.Tests.Console;

/// <summary>
/// Every page and form of one release with each role at its own office, at one above it, at one below it and at another. New routes are in
/// by themselves.
/// </summary>
public sealed partial class RolePlaceTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly string[] Elsewhere = ["child", "other"];

    private HttpHost app = null!;

    private string release = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await HttpHost.StartAsync(azurite, Token);
        foreach (var (id, parent) in new[] { ("regional", "null"), ("own", "\"regional\""), ("child", "\"own\""), ("other", "null") })
        {
            using var office = await app.Administrator.PostAsync(
                "/api/offices",
                $$"""{ "id": "{{id}}", "names": { "en": "{{id}}" }, "country": "TT", "timeZone": "America/Port_of_Spain", "replyAddress": "o@example.org", "parent": {{parent}} }""");
            Assert.Equal(HttpStatusCode.Created, office.StatusCode);
        }

        using var made = await app.Administrator.PostAsync(
            "/api/releases",
            """{ "office": "own", "originalLanguage": "en", "translations": { "en": { "headline": "One" }, "fr": { "headline": "Un" } } }""");
        release = (await made.JsonAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    /// <summary>A role that would do, held at a place that is not the release's or above it, changes nothing.</summary>
    [Fact]
    public async Task No_form_of_a_release_is_taken_from_a_user_of_another_office()
    {
        foreach (var office in Elsewhere)
        {
            using var browser = await app.SignInAsync(Role.Administrator, office);
            foreach (var (method, address, _) in Forms())
            {
                using FormUrlEncodedContent form = new([]);
                using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
                Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {address} at {office}: {answer.StatusCode}");
            }
        }
    }

    [Fact]
    public async Task No_form_of_a_release_is_taken_from_a_lower_role()
    {
        foreach (var role in new[] { Role.Viewer, Role.Author, Role.Approver })
        {
            using var browser = await app.SignInAsync(role, "own");
            foreach (var (method, address, needed) in Forms().Where(form => form.Role > role))
            {
                using FormUrlEncodedContent form = new([]);
                using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
                Assert.True(
                    answer.StatusCode == HttpStatusCode.Forbidden, $"{method} {address} needs {needed}, is {role}: {answer.StatusCode}");
            }
        }
    }

    [Theory]
    [InlineData("own")]
    [InlineData("regional")]
    public async Task Every_form_of_a_release_is_looked_at_where_the_role_is_held_at_its_office_or_above(string office)
    {
        using var browser = await app.SignInAsync(Role.Administrator, office);
        foreach (var (method, address, _) in Forms())
        {
            using FormUrlEncodedContent form = new([]);
            using var answer = await browser.PostAsync(new Uri(address, UriKind.Relative), form, Token);
            Assert.False(
                answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.InternalServerError,
                $"{method} {address}: {answer.StatusCode}");
        }
    }

    /// <summary>Pages are for all users of the organisation, and show no form that the user may not send.</summary>
    [Theory]
    [InlineData("own")]
    [InlineData("other")]
    public async Task Every_page_of_a_release_that_a_viewer_may_see_shows_no_form_that_they_may_not_send(string office)
    {
        using var browser = await app.SignInAsync(Role.Viewer, office);
        foreach (var (method, address, _) in Routes(HttpMethod.Get).Where(page => page.Role == Role.Viewer))
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Token);
            var page = await answer.Content.ReadAsStringAsync(Token);
            Assert.True((int)answer.StatusCode < 500, $"{method} {address}: {answer.StatusCode}");
            var sent =
                Form().Matches(page).Select(form => form.Value).Where(form => form.Contains("method=\"post\"", StringComparison.Ordinal));
            foreach (var (_, form, _) in Forms())
                Assert.DoesNotContain(sent, found => found.Contains($"action=\"{form}\"", StringComparison.Ordinal));
        }
    }

    private IEnumerable<(HttpMethod Method, string Address, Role Role)> Forms() =>
        Routes(HttpMethod.Post).Where(route => route.Role > Role.Viewer);

    private IEnumerable<(HttpMethod Method, string Address, Role Role)> Routes(HttpMethod method) =>
        from route in app.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where route.RoutePattern.RawText!.StartsWith("/console/releases/{id", StringComparison.Ordinal)
        let permission = route.Metadata.GetMetadata<RoleRequirement>()
        where permission is not null
            && route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods.Contains(method.Method)
        select (method, Filled(route), permission.Role);

    private string Filled(
        RouteEndpoint route) => "/" + string.Join('/', route.RoutePattern.PathSegments.Select(segment => segment.Parts[0] switch
    {
        RoutePatternLiteralPart literal => literal.Content,
        RoutePatternParameterPart { Name: "id" } => release,
        RoutePatternParameterPart { Name: "language" } => "fr",
        _ => "1",
    }));

    [GeneratedRegex("<form[^>]*>")]
    private static partial Regex Form();
}

using System.Text.Json;
using Distribution.Testing;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Tests.Wiring;

public sealed class RouteTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
{
    private readonly List<RouteEndpoint> routes =
        [.. fixture.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(route => route.Metadata.GetMetadata<IRouteNameMetadata>() is not null)];

    [Fact]
    public void Every_route_says_a_permission_or_that_it_is_anonymous()
    {
        var all = fixture.App.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>();
        Assert.DoesNotContain(all, route => Permission(route) is null);
    }

    [Fact]
    public void The_reference_lists_every_route_with_its_permission()
    {
        var documented = Repository.Rows("docs/reference/routes.md").Select(cells => $"{cells[0]} {cells[1]}");
        Assert.Equal(routes.SelectMany(Lines).Order(), documented.Order());
    }

    [Fact]
    public void The_architecture_says_which_role_may_do_what_where()
    {
        var documented = Repository.Rows("docs/architecture.md").Where(cells => Roles.Contains(cells[0].Trim('`')))
            .Select(cells => $"{cells[0].Trim('`')} | {cells[1]} | {cells[3]}");
        var actual = from route in routes
                     let permission = route.Metadata.GetMetadata<RoleRequirement>()
                     where permission is not null
                     from tag in route.Metadata.GetRequiredMetadata<ITagsMetadata>().Tags
                     group tag by (permission.Role, permission.Where) into tags
                     let place = tags.Key.Where switch
                     {
                         Where.ItsOffice => "its office",
                         Where.Organisation => "organisation",
                         _ => "some office",
                     }
                     let role = JsonNamingPolicy.CamelCase.ConvertName($"{tags.Key.Role}")
                     select $"{role} | {place} | {string.Join(", ", tags.Distinct().Order(StringComparer.Ordinal))}";

        Assert.Equal(actual.Order(StringComparer.Ordinal), documented.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_id_in_an_address_of_the_api_has_the_form_of_one() =>
        Assert.All(
            routes.Where(route => route.RoutePattern.RawText!.StartsWith("/api/", StringComparison.Ordinal)),
            route => Assert.All(route.RoutePattern.Parameters, parameter => Assert.NotEmpty(parameter.ParameterPolicies)));

    [Fact]
    public void Every_post_that_answers_created_can_be_repeated_but_that_of_a_key() =>
        Assert.Equal(
            ["CreateApiKey"],
            routes.Where(route => Name(route).StartsWith("Create", StringComparison.Ordinal)
                && route.Metadata.GetMetadata<CreatesOnce>() is null).Select(Name));

    private static IEnumerable<string> Roles =>
        Enum.GetNames<Distribution.Publisher.Users.Role>().Select(JsonNamingPolicy.CamelCase.ConvertName);

    private static IEnumerable<string> Lines(RouteEndpoint route) =>
        route.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods
            .Where(method => method != "HEAD")
            .Select(method => $"`{method} {Address(route)}` {Permission(route)}");

    private static string Address(RouteEndpoint route)
    {
        var address =
            route.RoutePattern.RawText!.Replace(":id}", "}", StringComparison.Ordinal).Replace(":language}", "}", StringComparison.Ordinal);
        return address.Length > 1 ? address.TrimEnd('/') : address;
    }

    private static string? Permission(RouteEndpoint route) =>
        route.Metadata.GetMetadata<RoleRequirement>() is { } permission
            ? JsonNamingPolicy.CamelCase.ConvertName(permission.Role.ToString()) + permission.Where switch
            {
                Where.ItsOffice => " at its office",
                Where.Organisation => " of the organisation",
                _ => "",
            }
        : route.Metadata.GetMetadata<IAllowAnonymous>() is not null ? "anonymous"
        : null;

    private static string Name(RouteEndpoint route) => route.Metadata.GetRequiredMetadata<IRouteNameMetadata>().RouteName!;
}

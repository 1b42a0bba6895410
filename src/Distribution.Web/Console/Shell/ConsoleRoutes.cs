using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Shell;

/// <summary>The pages of the organisation's users.</summary>
internal static class ConsoleRoutes
{
    public const string Home = "/console";

    /// <summary>Routes below <see cref="Home"/>: no part of the API's description, and no form of another site is taken.</summary>
    public static RouteGroupBuilder MapConsole(this IEndpointRouteBuilder routes)
    {
        var console = routes.MapGroup(Home);
        console.AddEndpointFilter<OwnFormsFilter>().DisableAntiforgery().ExcludeFromDescription().WithTags("Console");
        return console;
    }

    /// <summary>Whether a page script asks for a part of a page.</summary>
    public static bool IsFragment(HttpRequest request) => request.Headers.ContainsKey("HX-Request");

    /// <summary>An address of the console to return to; its start page for anything else, such as another site.</summary>
    public static string Inside(string? address) =>
        address is not null
            && (address == Home || address.StartsWith($"{Home}/", StringComparison.Ordinal)
                || address.StartsWith($"{Home}?", StringComparison.Ordinal))
            && !address.Contains('\\', StringComparison.Ordinal)
            && !address.Any(char.IsControl)
            ? address
            : Home;

    /// <summary>Leads to a page of the console.</summary>
    public static SeeOther To(string path) => new(path);
}

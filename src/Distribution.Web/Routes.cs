using Distribution.Web.Contacts;
using Distribution.Web.Problems;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web;

/// <summary>Index of all routes, one line per feature.</summary>
internal static class Routes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapOutlets();
        routes.MapProblems();
    }
}

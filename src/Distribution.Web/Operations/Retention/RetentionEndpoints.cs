using Distribution.Operations.Retention;
using Distribution.Publisher.Users;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Operations.Retention;

internal static class RetentionEndpoints
{
    public static void MapRetention(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/retention", Read).WithName("ReadRetention").WithTags("Retention")
            .RequireRole(Role.Administrator, Where.Organisation);

    /// <summary>Counts what the next night would delete because it has served its time, by kind. Nothing is deleted.</summary>
    internal static async Task<Ok<RetentionReport>> Read(ReadRetention readRetention, CancellationToken cancellationToken) =>
        TypedResults.Ok(await readRetention.RunAsync(cancellationToken));
}

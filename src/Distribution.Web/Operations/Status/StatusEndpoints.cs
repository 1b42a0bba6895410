using Distribution.Operations.Status;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Operations.Status;

internal static class StatusEndpoints
{
    public static void MapStatus(this IEndpointRouteBuilder routes)
    {
        var status = routes.MapGroup("").WithTags("Status");
        status.MapGet("/health", Check).WithName("CheckHealth").AllowAnonymous()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, Problem.ContentType);
        // Monitors often ask without wanting the body.
        status.MapMethods("/health", [HttpMethods.Head], Check).ExcludeFromDescription().AllowAnonymous();
        status.MapGet("/api/status", Read).WithName("ReadStatus").RequireRole(Role.Viewer);
    }

    /// <summary>Says in one word whether releases go out: `ok`, `timerLate` or `storageAway`.</summary>
    internal static async Task<Ok<Health>> Check(ReadHealth readHealth, CancellationToken cancellationToken) =>
        TypedResults.Ok(new Health(await readHealth.RunAsync(cancellationToken)));

    /// <summary>Reads how the program is doing: jobs, releases that wait, queues, storage, mail.</summary>
    internal static async Task<Ok<ProgramStatus>> Read(ReadStatus readStatus, CancellationToken cancellationToken) =>
        TypedResults.Ok(await readStatus.RunAsync(cancellationToken));
}

/// <summary>The program answers.</summary>
internal sealed record Health(HealthState Status);

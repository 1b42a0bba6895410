using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Platform.Problems;

/// <summary>The pages that the <c>type</c> of a problem leads to.</summary>
internal static class ProblemEndpoints
{
    public static void MapProblems(this IEndpointRouteBuilder routes)
    {
        var problems = routes.MapGroup("/problems").WithTags("Problems");
        problems.MapGet("/", List).WithName("ListProblems").AllowAnonymous()
            .Produces<ProblemDetails>(StatusCodes.Status400BadRequest, Problem.ContentType);
        problems.MapGet("/{name}", Read).WithName("ReadProblem").AllowAnonymous();
    }

    /// <summary>Lists every kind of refusal.</summary>
    internal static Ok<IReadOnlyList<ProblemType>> List() => TypedResults.Ok(ProblemTypes.All);

    /// <summary>Reads one kind of refusal.</summary>
    internal static Results<Ok<ProblemType>, MissingProblem> Read(string name) =>
        ProblemTypes.All.FirstOrDefault(type => type.Name == name) is { } found ? TypedResults.Ok(found) : new MissingProblem();
}

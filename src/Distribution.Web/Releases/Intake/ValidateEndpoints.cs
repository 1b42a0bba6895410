using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Distribution.Web.Releases.Drafts;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Intake;

internal static class ValidateEndpoints
{
    public static void MapValidation(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/releases/validate", Validate).WithName("ValidateRelease").WithTags("Releases").RequireRole(Role.Author)
            .TakesMarkdown<ReleaseInput>();

    /// <summary>Says how a release would be kept, and stores nothing.</summary>
    internal static async Task<Results<Ok<ReleaseView>, InvalidProblem>> Validate(
        ReleaseInput request, CurrentUser user, CheckRelease checkRelease, TimeProvider clock, CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var (release, texts, dropped) = await checkRelease.RunAsync(request, isComplete: true, errors, cancellationToken);
        if (errors.Any) return new InvalidProblem(errors);
        var document = ReleaseDocument.Unsaved(release with { CreatedBy = user.User, CreatedAt = clock.GetUtcNow() }, texts);
        return TypedResults.Ok(ReleaseView.From(document, user.Offices) with { Dropped = dropped });
    }
}

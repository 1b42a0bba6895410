using Distribution.Dispatches.Steering;
using Distribution.Publisher.Users;
using Distribution.Web.Dispatches.Ledger;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Dispatches.Steering;

internal static class SteeringEndpoints
{
    public static void MapSteering(this IEndpointRouteBuilder dispatches)
    {
        dispatches.MapPost("/dispatches/{id:id}/pause", Pause).WithName("PauseDispatch")
            .RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
        dispatches.MapPost("/dispatches/{id:id}/resume", Resume).WithName("ResumeDispatch")
            .RequireRole(Role.Approver, Where.ItsOffice).CreatesOnce();
        dispatches.MapPost("/dispatches/{id:id}/cancel", Cancel).WithName("CancelDispatch")
            .RequireRole(Role.Approver, Where.ItsOffice).CreatesOnce();
    }

    /// <summary>Holds a dispatch: batches being sent stop within one group, the others wait until it is resumed.</summary>
    internal static Task<Results<Ok<DispatchView>, MissingProblem, ForbiddenProblem, ConflictProblem>> Pause(
        string id, [AsParameters] SteeringRequest steering, PauseDispatch pauseDispatch, CancellationToken cancellationToken) =>
        steering.RunAsync(id, Role.Author, pauseDispatch.RunAsync, cancellationToken);

    /// <summary>Resumes a paused dispatch, or a stopped one after its cause was removed.</summary>
    internal static Task<Results<Ok<DispatchView>, MissingProblem, ForbiddenProblem, ConflictProblem>> Resume(
        string id, [AsParameters] SteeringRequest steering, ResumeDispatch resumeDispatch, CancellationToken cancellationToken) =>
        steering.RunAsync(id, Role.Approver, resumeDispatch.RunAsync, cancellationToken);

    /// <summary>
    /// Ends a dispatch for good: after the groups being sent, nobody else is mailed; one that is being planned sends nothing.
    /// </summary>
    internal static Task<Results<Ok<DispatchView>, MissingProblem, ForbiddenProblem, ConflictProblem>> Cancel(
        string id, [AsParameters] SteeringRequest steering, CancelDispatch cancelDispatch, CancellationToken cancellationToken) =>
        steering.RunAsync(id, Role.Approver, cancelDispatch.RunAsync, cancellationToken);
}

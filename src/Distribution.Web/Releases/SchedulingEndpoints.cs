using Distribution.People;
using Distribution.Releases;
using Distribution.Web.Idempotency;
using Distribution.Web.Problems;
using Distribution.Web.Resources;
using Distribution.Web.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases;

internal static class SchedulingEndpoints
{
    public static void MapScheduling(this IEndpointRouteBuilder releases)
    {
        releases.MapPost("/{id:id}/schedule", Schedule).WithName("ScheduleRelease").RequireRole(Role.Approver).CreatesOnce();
        releases.MapPost("/{id:id}/unschedule", Unschedule).WithName("UnscheduleRelease").RequireRole(Role.Approver).CreatesOnce();
    }

    /// <summary>Sets a draft going, now or at a time.</summary>
    internal static async Task<Results<Saved<ReleaseView>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem, InvalidProblem>> Schedule(
        string id,
        ScheduleRequest? request,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ReleaseStore releases,
        ScheduleRelease scheduleRelease,
        CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!user.Can(found.Release.Office, Role.Approver)) return new ForbiddenProblem();
        if (!EntityTags.Pass(ifMatch, found.Row.ETag)) return new ChangedProblem();
        return await scheduleRelease.RunAsync(found, request?.SendAt, user.Person, cancellationToken) switch
        {
            ScheduleReleaseResult.Scheduled { Release: var scheduled } => new Saved<ReleaseView>(ReleaseView.Of(scheduled), scheduled.Row.ETag),
            ScheduleReleaseResult.Refused refused => WrongState.Of(refused.State),
            ScheduleReleaseResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }

    /// <summary>Makes a scheduled release a draft again.</summary>
    internal static async Task<Results<Saved<ReleaseView>, MissingProblem, ForbiddenProblem, ChangedProblem, ConflictProblem>> Unschedule(
        string id,
        CurrentUser user,
        [FromHeader(Name = "If-Match")] string? ifMatch,
        ReleaseStore releases,
        UnscheduleRelease unscheduleRelease,
        CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        if (!user.Can(found.Release.Office, Role.Approver)) return new ForbiddenProblem();
        if (!EntityTags.Pass(ifMatch, found.Row.ETag)) return new ChangedProblem();
        return await unscheduleRelease.RunAsync(found, cancellationToken) switch
        {
            UnscheduleReleaseResult.Unscheduled { Release: var draft } => new Saved<ReleaseView>(ReleaseView.Of(draft), draft.Row.ETag),
            UnscheduleReleaseResult.Refused refused => WrongState.Of(refused.State),
            _ when ifMatch is not null => new ChangedProblem(),
            _ => new ConflictProblem(ProblemTypes.Conflict),
        };
    }
}

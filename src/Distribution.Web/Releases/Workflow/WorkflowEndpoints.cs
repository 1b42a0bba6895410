using System.ComponentModel;
using Distribution.Platform.Audit;
using Distribution.Publisher.Users;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Distribution.Web.Releases.Checks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Workflow;

/// <summary>The way of a release from draft to public.</summary>
internal static class WorkflowEndpoints
{
    private const string IfMatch = "If-Match";

    public static void MapWorkflow(this IEndpointRouteBuilder releases)
    {
        releases.MapPost("/{id:id}/submit", Submit).WithName("SubmitRelease").RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
        releases.MapPost("/{id:id}/approve", Approve).WithName("ApproveRelease").RequireRole(Role.Approver, Where.ItsOffice).CreatesOnce();
        releases.MapPost("/{id:id}/return", Return).WithName("ReturnRelease").RequireRole(Role.Approver, Where.ItsOffice).CreatesOnce();
        releases.MapPost("/{id:id}/withdraw", Withdraw).WithName("WithdrawRelease").RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
        releases.MapPost("/{id:id}/reopen", Reopen).WithName("ReopenRelease").RequireRole(Role.Author, Where.ItsOffice).CreatesOnce();
        releases.MapPost("/{id:id}/schedule", Schedule).WithName("ScheduleRelease")
            .RequireRole(Role.Approver, Where.ItsOffice).CreatesOnce();
        releases.MapPost("/{id:id}/unschedule", Unschedule).WithName("UnscheduleRelease")
            .RequireRole(Role.Approver, Where.ItsOffice).CreatesOnce();
        releases.MapGet("/{id:id}/checks", Check).WithName("CheckRelease").RequireRole(Role.Viewer);
        releases.MapGet("/{id:id}/history", History).WithName("ReadReleaseHistory").RequireRole(Role.Viewer);
    }

    /// <summary>
    /// Asks for approval of a draft, or of translations that have come since it was approved. The approvers are notified by mail.
    /// </summary>
    internal static Task<TransitionAnswer> Submit(
        string id, ScheduleRequest? request, CurrentUser user, [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases, SubmitRelease submit, CancellationToken cancellationToken) =>
        TransitionAnswer.TakeAsync(
            id,
            user,
            ifMatch,
            releases,
            (found, who) => submit.RunAsync(found, request?.SendAt, who, cancellationToken),
            cancellationToken);

    /// <summary>
    /// Answers for one version of a release and the texts of it that are ready. Then it is sent at its time, or at once where it has none;
    /// with `hold` it stays until it is scheduled. `effect` in the answer says which; with `requireTime` it is refused rather than sent at
    /// once.
    /// </summary>
    internal static Task<TransitionAnswer> Approve(
        string id, ApprovalRequest request, CurrentUser user, [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases, ApproveRelease approve, CancellationToken cancellationToken) =>
        TransitionAnswer.TakeAsync(
            id, user, ifMatch, releases, (found, who) => approve.RunAsync(found, request, who, cancellationToken), cancellationToken);

    /// <summary>Gives a release back to its author with a note; of one that is public, the translations that nobody has approved.</summary>
    internal static Task<TransitionAnswer> Return(
        string id, NoteRequest request, CurrentUser user, [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases, TransitionRelease move, CancellationToken cancellationToken) =>
        TransitionAnswer.TakeAsync(
            id,
            user,
            ifMatch,
            releases,
            (found, who) => move.ReturnAsync(found, request.Note ?? "", who, cancellationToken),
            cancellationToken);

    /// <summary>Takes back a release that is not public. It is kept, and is not sent.</summary>
    internal static Task<TransitionAnswer> Withdraw(
        string id, NoteRequest? request, CurrentUser user, [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases, TransitionRelease move, CancellationToken cancellationToken) =>
        TransitionAnswer.TakeAsync(
            id,
            user,
            ifMatch,
            releases,
            (found, who) => move.WithdrawAsync(found, request?.Note, who, cancellationToken),
            cancellationToken);

    /// <summary>Makes a withdrawn release a draft again.</summary>
    internal static Task<TransitionAnswer> Reopen(
        string id, CurrentUser user, [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases, TransitionRelease move, CancellationToken cancellationToken) =>
        TransitionAnswer.TakeAsync(
            id, user, ifMatch, releases, (found, who) => move.ReopenAsync(found, who, cancellationToken), cancellationToken);

    /// <summary>Schedules a release, now or for a time. Scheduling a release that nobody has approved approves it.</summary>
    internal static Task<TransitionAnswer> Schedule(
        string id, ScheduleRequest? request, CurrentUser user, [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases, ScheduleRelease schedule, CancellationToken cancellationToken) =>
        TransitionAnswer.TakeAsync(
            id,
            user,
            ifMatch,
            releases,
            (found, who) => schedule.RunAsync(found, request?.SendAt, request?.Acknowledgements ?? [], who, cancellationToken),
            cancellationToken);

    /// <summary>Takes a release off its time. It stays approved.</summary>
    internal static Task<TransitionAnswer> Unschedule(
        string id, CurrentUser user, [FromHeader(Name = IfMatch)] string? ifMatch,
        ReleaseStore releases, TransitionRelease move, CancellationToken cancellationToken) =>
        TransitionAnswer.TakeAsync(
            id, user, ifMatch, releases, (found, who) => move.UnscheduleAsync(found, who, cancellationToken), cancellationToken);

    /// <summary>Looks a release over as it would be sent: errors keep it from being sent, warnings need an acknowledgement.</summary>
    internal static async Task<Results<Ok<ChecksView>, MissingProblem, ConflictProblem>> Check(
        string id,
        [Description("Language of the messages: en, fr or es.")] string? language,
        ReleaseStore releases, RunChecks runChecks, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await releases.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        var isAtOnce = ApprovalEffects.WouldSendAtOnce(found.Release, clock.GetUtcNow());
        return await runChecks.RunAsync(found, sendAt: null, isAtOnce, cancellationToken) is { } findings
            ? TypedResults.Ok(
                new ChecksView(found.Release.Version, [.. findings.Select(finding => FindingView.From(finding, language ?? "en", id))]))
            : new ConflictProblem(ProblemTypes.WrongState, "The organisation has no name and sender address yet: PUT /api/organisation.");
    }

    /// <summary>Lists the transitions of a release with their users, newest first.</summary>
    internal static async Task<Results<Listing<AuditEntry>, UnreadableProblem>> History(
        string id, [AsParameters] ListQuery query, AuditStore audit, CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        var page = await audit.PageAsync(ReleaseTransition.SubjectOf(id), query.Count, query.Key, cancellationToken);
        return new Listing<AuditEntry>(new([.. page.Items.Select(item => item.Value)], page.After));
    }
}

/// <summary>A note to the users concerned by a transition of a release.</summary>
internal sealed record NoteRequest
{
    /// <summary>The wanted change, or the reason; up to 4,000 characters.</summary>
    public string? Note { get; init; }
}

/// <summary>When a release is to be sent.</summary>
internal sealed record ScheduleRequest
{
    /// <summary>An instant with its offset, or what the clock of an office or zone shows; now when left out.</summary>
    public SendTimeInput? SendAt { get; init; }

    /// <summary>Acknowledgements of warnings of the checks: each finding's `acknowledgement`, or an id for all of its places.</summary>
    public IReadOnlyList<string> Acknowledgements { get; init; } = [];
}

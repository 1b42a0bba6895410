using Distribution.Dispatches.Ledger;
using Distribution.Mail.Notices;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Console.Send;

/// <summary>The page on which a release is submitted, answered and sent, as it is and after a step that was not taken.</summary>
internal sealed class SendAnswers(
    UserStore users,
    ReleaseStore releases,
    ReleaseVersionStore versions,
    DispatchStore dispatches,
    RunChecks runChecks,
    ReadSendReview readReview,
    TimeProvider clock)
{
    /// <summary>The page as it is.</summary>
    /// <param name="isWhole">Whether checks and review are on it at once, for a browser without scripts.</param>
    public async Task<IResult> ShowAsync(ReleaseVisit visit, SendForm form, bool isWhole, CancellationToken cancellationToken)
    {
        var content = await ReadAsync(visit, form, cancellationToken);
        if (isWhole) content = content with
        {
            Findings = await CheckAsync(visit, cancellationToken),
            Review = await readReview.RunAsync(visit, cancellationToken),
        };
        return Page(visit, content, StatusCodes.Status200OK);
    }

    /// <summary>The findings of the checks as an approver will see them.</summary>
    public async Task<IReadOnlyList<CheckFinding>> CheckAsync(ReleaseVisit visit, CancellationToken cancellationToken) =>
        await runChecks.RunAsync(visit.Document, sendAt: null, isAtOnce: false, cancellationToken) ?? [];

    /// <summary>The answer to a step: the page that says that it is done, or this page with why it is not.</summary>
    /// <param name="done">Name of the step that was taken.</param>
    public async Task<IResult> AnswerAsync(
        ReleaseVisit visit, SendForm form, TransitionResult result, Func<TransitionResult.Done, string> done,
        CancellationToken cancellationToken)
    {
        switch (result)
        {
            case TransitionResult.Done made:
                return ConsoleRoutes.To($"{ReleaseAddresses.Send(visit.Id)}?done={done(made)}");
            case TransitionResult.Refused { Answer: TransitionDecision.Needs needs }:
                return new ForbiddenAnswer(needs.Role, visit.Release.Office);
            case TransitionResult.Refused { Answer: TransitionDecision.NeedsSecondUser }:
                return await RefuseAsync(visit, form, "second_user", cancellationToken);
            case TransitionResult.Changed:
                return await releases.FindAsync(visit.Id, cancellationToken) is { } current
                    ? await ChangedAsync(visit.With(current), form, cancellationToken)
                    : ConsolePage.Show<MissingThingPage>(visit.Visit, status: StatusCodes.Status404NotFound);
            case TransitionResult.Blocked blocked:
                return await BlockAsync(visit, form, blocked.Findings, cancellationToken);
            case TransitionResult.Invalid invalid:
                return await InvalidAsync(visit, form, invalid.Errors, cancellationToken);
            default:
                return await RefuseAsync(visit, form, "decided", cancellationToken);
        }
    }

    /// <summary>
    /// 409: the user saw another version. The page says who changed it, and what; or that somebody has decided meanwhile.
    /// </summary>
    public async Task<IResult> ChangedAsync(ReleaseVisit visit, SendForm form, CancellationToken cancellationToken)
    {
        if (form.Version == visit.Release.Version) return await RefuseAsync(visit, form, "decided", cancellationToken);
        var seen = await versions.FindAsync(visit.Id, form.Version, cancellationToken);
        var content = await ReadAsync(visit, form, cancellationToken) with
        {
            Refusal = "changed",
            Changed = seen is null ? null : CompareVersions.Run(seen, visit.Document),
        };
        return Page(visit, content, StatusCodes.Status409Conflict);
    }

    /// <summary>409 with the release as it is.</summary>
    public async Task<IResult> RefuseAsync(ReleaseVisit visit, SendForm form, string refusal, CancellationToken cancellationToken) =>
        Page(visit, await ReadAsync(visit, form, cancellationToken) with { Refusal = refusal }, StatusCodes.Status409Conflict);

    /// <summary>409 with the findings that keep it from being sent.</summary>
    public async Task<IResult> BlockAsync(
        ReleaseVisit visit, SendForm form, IReadOnlyList<CheckFinding> findings, CancellationToken cancellationToken) =>
        Page(
            visit,
            await ReadAsync(visit, form, cancellationToken) with { Refusal = "blocked", Findings = findings },
            StatusCodes.Status409Conflict);

    /// <summary>422 with what was typed.</summary>
    public async Task<IResult> InvalidAsync(ReleaseVisit visit, SendForm form, FieldErrors errors, CancellationToken cancellationToken)
    {
        var (all, place) = (errors.ToDictionary(), visit.Visit.PlaceOf(visit.Release.Office));
        var words = SendPhrases.Book.In(visit.Visit.Language);
        var isTime = all.Keys.Any(field => field.Split('.')[0] == SendTimeRule.Field);
        var content = await ReadAsync(visit, form, cancellationToken) with
        {
            Errors = all,
            Trouble = isTime ? SendTimeWords.Explain(form, place, clock.GetUtcNow(), words) : null,
        };
        return Page(visit, content, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary>The facts about the user that decide which steps they may take.</summary>
    public static ActorContext ActorOf(ReleaseVisit visit) => new(
        visit.Requester.Role,
        (visit.Release.EditedBy ?? visit.Release.CreatedBy) == visit.Requester.User,
        visit.Visit.NeedsSecondUser(visit.Release.Office));

    private async Task<SendContent> ReadAsync(ReleaseVisit visit, SendForm form, CancellationToken cancellationToken)
    {
        var (actor, now, release) = (ActorOf(visit), clock.GetUtcNow(), visit.Release);
        var isSending = ReleaseStateMachine.IsPublic(release.State) || (release.State == ReleaseState.Scheduled && release.SendAt <= now);
        var sent = isSending ? dispatches.OfReleaseAsync(visit.Id, cancellationToken) : null;
        var known = await users.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
        var names = known.ToDictionary(user => user.Id, user => user.Name);
        return new()
        {
            Form = form,
            Steps = new(visit.Document, actor),
            Now = now,
            Users = names,
            Approvers = [.. ReleaseUsers.Approvers(release, known, visit.Visit.Offices, actor.NeedsSecondUser).Select(id => names[id])
                .Order(StringComparer.CurrentCulture)],
            Dispatches = sent is null ? [] : [.. (await sent).Select(row => row.Value)],
        };
    }

    private static IResult Page(ReleaseVisit visit, SendContent content, int status) => ConsolePage.Show<SendPage>(
        visit.Visit,
        new Dictionary<string, object?> { [nameof(SendPage.Subject)] = visit, [nameof(SendPage.Content)] = content },
        status);
}

using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Dispatches.Ledger;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Checks;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Send;

/// <summary>Submitting, answering, scheduling and withdrawing a release. What cannot be undone has a page of its own before it.</summary>
internal static class SendEndpoints
{
    public static void MapSend(this IEndpointRouteBuilder routes)
    {
        var send = routes.MapConsoleRelease().MapGroup("/send");
        send.MapPage("", ShowAsync).WithName("SendPage").RequireRole(Role.Viewer);
        send.MapPage("/state", ShowStateAsync).WithName("SendStatePart").RequireRole(Role.Viewer);
        send.MapPage("/checks", ShowChecksAsync).WithName("SendChecksPart").RequireRole(Role.Viewer);
        send.MapPage("/review", ShowReviewAsync).WithName("SendReviewPart").RequireRole(Role.Viewer);
        send.MapPage("/time", ShowTime).WithName("SendTimePart").RequireRole(Role.Viewer);
        send.MapPage("/confirm", ConfirmAsync).WithName("ConfirmSendPage").RequireRole(Role.Approver, Where.ItsOffice);
        send.MapPost("/confirm", DecideAsync).WithName("SendByForm").RequireRole(Role.Approver, Where.ItsOffice);
        send.MapPost("/submit", SubmitAsync).WithName("SubmitReleaseByForm").RequireRole(Role.Author, Where.ItsOffice);
        send.MapPost("/return", ReturnAsync).WithName("ReturnReleaseByForm").RequireRole(Role.Approver, Where.ItsOffice);
        send.MapPost("/unschedule", UnscheduleAsync).WithName("UnscheduleReleaseByForm").RequireRole(Role.Approver, Where.ItsOffice);
        send.MapPost("/withdraw", WithdrawAsync).WithName("WithdrawReleaseByForm").RequireRole(Role.Author, Where.ItsOffice);
        send.MapPost("/reopen", ReopenAsync).WithName("ReopenReleaseByForm").RequireRole(Role.Author, Where.ItsOffice);
    }

    internal static Task<IResult> ShowAsync(ReleaseVisit visit, string? look, SendAnswers answers, CancellationToken cancellationToken) =>
        answers.ShowAsync(visit, new() { Version = visit.Release.Version }, isWhole: look is not null, cancellationToken);

    /// <summary>The state and its dispatches, for a page that is open while they change.</summary>
    internal static async Task<IResult> ShowStateAsync(
        ReleaseVisit visit, DispatchStore dispatches, TimeProvider clock, CancellationToken cancellationToken) =>
        ConsolePage.Show<SendStatePart>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(SendStatePart.Release)] = visit.Release,
            [nameof(SendStatePart.Now)] = clock.GetUtcNow(),
            [nameof(SendStatePart.Dispatches)] =
                (await dispatches.OfReleaseAsync(visit.Id, cancellationToken)).Select(row => row.Value).ToList(),
        });

    internal static async Task<IResult> ShowChecksAsync(ReleaseVisit visit, SendAnswers answers, CancellationToken cancellationToken) =>
        ConsolePage.Show<SendChecksPart>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(SendChecksPart.Release)] = visit.Id,
            [nameof(SendChecksPart.Findings)] = await answers.CheckAsync(visit, cancellationToken),
            [nameof(SendChecksPart.CanAcknowledge)] = new SendSteps(visit.Document, SendAnswers.ActorOf(visit)).CanAnswer,
        });

    internal static async Task<IResult> ShowReviewAsync(ReleaseVisit visit, ReadSendReview read, CancellationToken cancellationToken) =>
        ConsolePage.Show<SendReviewPart>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(SendReviewPart.Document)] = visit.Document,
            [nameof(SendReviewPart.Review)] = await read.RunAsync(visit, cancellationToken),
        });

    /// <summary>The time that is being typed, in words.</summary>
    internal static IResult ShowTime(ReleaseVisit visit, HttpRequest request, TimeProvider clock)
    {
        var form = Typed(request) with { When = SendForm.At };
        var (at, _) = TimeOf(visit, form, clock.GetUtcNow());
        return ConsolePage.Show<SendTimePart>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(SendTimePart.Text)] = at is { } time
                ? Spell(visit, time)
                : SendTimeWords.Explain(
                    form, visit.Visit.PlaceOf(visit.Release.Office), clock.GetUtcNow(), SendPhrases.Book.In(visit.Visit.Language)),
        });
    }

    /// <summary>The page before what cannot be undone: when, to how many people, in which languages and by which lists.</summary>
    internal static async Task<IResult> ConfirmAsync(
        ReleaseVisit visit,
        HttpRequest request,
        SendAnswers answers,
        RunChecks runChecks,
        EstimateAudience estimateAudience,
        MediaListStore lists,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (form, steps) = (Typed(request), new SendSteps(visit.Document, SendAnswers.ActorOf(visit)));
        if (form.Version != visit.Release.Version) return await answers.ChangedAsync(visit, form, cancellationToken);
        if (steps.NeedsSecondUser) return await answers.RefuseAsync(visit, form, "second_user", cancellationToken);
        if (!steps.CanAnswer) return await answers.RefuseAsync(visit, form, "decided", cancellationToken);
        var isLate = steps.Answer == SendAnswer.ApproveTexts;
        var (at, errors) = isLate ? (visit.Release.SendAt, new FieldErrors()) : TimeOf(visit, form, clock.GetUtcNow());
        if (errors.Any) return await answers.InvalidAsync(visit, form, errors, cancellationToken);
        var findings = await runChecks.RunAsync(visit.Document, at, isAtOnce: false, cancellationToken) ?? [];
        var blocking = CheckGate.Blocking(findings, form.Acknowledgements);
        if (blocking.Count > 0) return await answers.BlockAsync(visit, form, blocking, cancellationToken);
        var sent = visit.Release.State == ReleaseState.Approved && steps.Answer == SendAnswer.Schedule
            ? visit.Document
            : visit.Document.IfApproved();
        ConfirmContent content = new()
        {
            Form = form,
            Answer = steps.Answer,
            At = form.When == SendForm.Now ? null : at,
            Time = at is { } time ? Spell(visit, time) : "",
            Estimate = isLate || form.When == SendForm.Hold
                ? null
                : await estimateAudience.RunAsync(sent.AddressingBy(visit.Visit.Organisation), cancellationToken),
            Lists = await lists.AllAsync(cancellationToken)
                .ToDictionaryAsync(row => row.Value.Id, row => row.Value, cancellationToken: cancellationToken),
            Texts = ApprovalRule.Open(visit.Release, visit.Document.Translations),
        };
        return ConsolePage.Show<ConfirmSendPage>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(ConfirmSendPage.Subject)] = visit,
            [nameof(ConfirmSendPage.Content)] = content,
        });
    }

    /// <summary>Approves and schedules. A second press finds the release decided and shows it as it is.</summary>
    internal static async Task<IResult> DecideAsync(
        ReleaseVisit visit,
        SentForm sent,
        SendAnswers answers,
        ApproveRelease approve,
        ScheduleRelease schedule,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (form, steps) = (SendForm.From(field => sent.Fields[field]), new SendSteps(visit.Document, SendAnswers.ActorOf(visit)));
        if (form.Version != visit.Release.Version) return await answers.ChangedAsync(visit, form, cancellationToken);
        if (steps.Answer == SendAnswer.None) return await answers.RefuseAsync(visit, form, "decided", cancellationToken);
        var isLate = steps.Answer == SendAnswer.ApproveTexts;
        var (at, errors) = isLate || form.When == SendForm.Hold ? (null, new FieldErrors()) : TimeOf(visit, form, clock.GetUtcNow());
        if (errors.Any) return await answers.InvalidAsync(visit, form, errors, cancellationToken);
        var result = steps.Answer == SendAnswer.Schedule
            ? await schedule.RunAsync(visit.Document, at, form.Acknowledgements, visit.Requester, cancellationToken)
            : await approve.RunAsync(
                visit.Document,
                new()
                {
                    Version = form.Version,
                    SendAt = at,
                    Acknowledgements = form.Acknowledgements,
                    RequireTime = !isLate,
                    Hold = form.When == SendForm.Hold && !isLate,
                },
                visit.Requester,
                cancellationToken);
        return await answers.AnswerAsync(visit, form, result, DoneName, cancellationToken);
    }

    internal static async Task<IResult> SubmitAsync(
        ReleaseVisit visit, SentForm sent, SendAnswers answers, SubmitRelease submit, CancellationToken cancellationToken)
    {
        var form = SendForm.From(field => sent.Fields[field]);
        if (form.Version != visit.Release.Version) return await answers.ChangedAsync(visit, form, cancellationToken);
        var result = await submit.RunAsync(visit.Document, form.LocalAt(visit.Release.Office), visit.Requester, cancellationToken);
        return await answers.AnswerAsync(visit, form, result, _ => "submitted", cancellationToken);
    }

    internal static Task<IResult> ReturnAsync(
        ReleaseVisit visit, SentForm sent, SendAnswers answers, TransitionRelease move, CancellationToken cancellationToken) =>
        MoveAsync(
            visit, sent, answers,
            form => move.ReturnAsync(visit.Document, form.Note, visit.Requester, cancellationToken), "returned", cancellationToken);

    internal static Task<IResult> UnscheduleAsync(
        ReleaseVisit visit, SentForm sent, SendAnswers answers, TransitionRelease move, CancellationToken cancellationToken) =>
        MoveAsync(
            visit, sent, answers,
            _ => move.UnscheduleAsync(visit.Document, visit.Requester, cancellationToken), "unscheduled", cancellationToken);

    internal static Task<IResult> WithdrawAsync(
        ReleaseVisit visit, SentForm sent, SendAnswers answers, TransitionRelease move, CancellationToken cancellationToken) =>
        MoveAsync(
            visit, sent, answers,
            form => move.WithdrawAsync(
                visit.Document, form.Note.Length > 0 ? form.Note : null, visit.Requester, cancellationToken),
            "withdrawn", cancellationToken);

    internal static Task<IResult> ReopenAsync(
        ReleaseVisit visit, SentForm sent, SendAnswers answers, TransitionRelease move, CancellationToken cancellationToken) =>
        MoveAsync(
            visit, sent, answers,
            _ => move.ReopenAsync(visit.Document, visit.Requester, cancellationToken), "reopened", cancellationToken);

    private static async Task<IResult> MoveAsync(
        ReleaseVisit visit, SentForm sent, SendAnswers answers, Func<SendForm, Task<TransitionResult>> move, string done,
        CancellationToken cancellationToken)
    {
        var form = SendForm.From(field => sent.Fields[field]);
        if (form.Version != visit.Release.Version) return await answers.ChangedAsync(visit, form, cancellationToken);
        return await answers.AnswerAsync(visit, form, await move(form), _ => done, cancellationToken);
    }

    private static SendForm Typed(HttpRequest request) => SendForm.From(field => request.Query[field]);

    private static Dictionary<string, Office> OfficesOf(ReleaseVisit visit) =>
        visit.Visit.Offices.Ids.ToDictionary(id => id, id => visit.Visit.Offices.Find(id)!);

    /// <summary>The instant that was chosen, by the rules for every send time; null with a release that is to be held.</summary>
    private static (DateTimeOffset? At, FieldErrors Errors) TimeOf(ReleaseVisit visit, SendForm form, DateTimeOffset now)
    {
        FieldErrors errors = new();
        var (office, offices) = (visit.Release.Office, OfficesOf(visit));
        DateTimeOffset? at = form.When switch
        {
            SendForm.Now => now,
            SendForm.Proposed when visit.Release.SendAt > now => visit.Release.SendAt,
            SendForm.At => SendTimeRule.Read(form.LocalAt(office), office, offices, errors),
            _ => null,
        };
        errors.Require(at is not null || errors.Any || form.When == SendForm.Hold, SendTimeRule.Field, "is required.");
        SendTimeLimits.Check(at, offices.GetValueOrDefault(office), now, errors);
        return (at?.ToUniversalTime(), errors);
    }

    private static string Spell(ReleaseVisit visit, DateTimeOffset at)
    {
        var (language, place) = (visit.Visit.Language, visit.Visit.PlaceOf(visit.Release.Office));
        return TimeText.Format(at, place, language);
    }

    private static string DoneName(TransitionResult.Done done) => done.Effect switch
    {
        ApprovalEffect.AtOnce => "sent",
        ApprovalEffect.AtItsTime => "scheduled",
        ApprovalEffect.TranslationsAtOnce => "texts",
        _ => "held",
    };
}

using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Deliveries;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Dispatches.Steering;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Web.Console.Shell;
using Distribution.Web.Dispatches.Records;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Dispatches;

/// <summary>Following a dispatch, stopping it, and what happened to each of its recipients.</summary>
internal static class DispatchPageEndpoints
{
    private const int PageSize = 50;

    public static void MapDispatchPages(this IEndpointRouteBuilder routes)
    {
        routes.MapConsole().MapPage($"/contacts/{{contact:{IdConstraint.Name}}}/deliveries", ShowDeliveriesAsync).WithName("DeliveriesPage")
            .RequireRole(Role.Viewer);
        var dispatch = routes.MapConsole().MapGroup($"/dispatches/{{id:{IdConstraint.Name}}}");
        dispatch.AddEndpointFilter<OfDispatchFilter>();
        dispatch.MapPage("", ShowAsync).WithName("DispatchPage").RequireRole(Role.Viewer);
        dispatch.MapPage("/progress", ShowProgressAsync).WithName("DispatchProgressPart").RequireRole(Role.Viewer);
        dispatch.MapPage("/sent", ShowSentAsync).WithName("SentMailPage").RequireRole(Role.Viewer);
        dispatch.MapPage("/recipients", ListAsync).WithName("RecipientsPage").RequireRole(Role.Viewer, Where.ItsOffice);
        dispatch.MapPage("/record", RecordEndpoints.Read).WithName("DownloadRecord").RequireRole(Role.Viewer, Where.ItsOffice)
            .AddEndpointFilter(ForbiddenAsPageAsync);
        dispatch.MapPost("/pause", PauseAsync).WithName("PauseDispatchByForm").RequireRole(Role.Author, Where.ItsOffice);
        dispatch.MapPost("/resume", ResumeAsync).WithName("ResumeDispatchByForm").RequireRole(Role.Approver, Where.ItsOffice);
        dispatch.MapPage("/cancel", AskCancelAsync).WithName("CancelDispatchPage").RequireRole(Role.Approver, Where.ItsOffice);
        dispatch.MapPost("/cancel", CancelAsync).WithName("CancelDispatchByForm").RequireRole(Role.Approver, Where.ItsOffice);
        dispatch.MapPost("/resolve", ResolveAsync).WithName("ResolveHeldByForm").RequireRole(Role.Author, Where.ItsOffice);
    }

    internal static Task<IResult> ShowAsync(DispatchVisit visit, ReadDispatchContent read, CancellationToken cancellationToken) =>
        PageAsync(visit, visit.Dispatch, read, null, StatusCodes.Status200OK, cancellationToken);

    internal static async Task<IResult> ShowProgressAsync(
        DispatchVisit visit, ReadDispatchContent read, CancellationToken cancellationToken) =>
        ConsolePage.Show<DispatchProgress>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(DispatchProgress.Subject)] = visit,
            [nameof(DispatchProgress.Content)] = await read.RunAsync(visit.Dispatch, cancellationToken),
        });

    /// <summary>The contact blocks of its mails, as they were sent.</summary>
    internal static async Task<IResult> ShowSentAsync(
        DispatchVisit visit, DispatchStore dispatches, CancellationToken cancellationToken) =>
        ConsolePage.Show<SentMailPage>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(SentMailPage.Subject)] = visit,
            [nameof(SentMailPage.Blocks)] = await dispatches.ContactsAsync(visit.Id, cancellationToken),
        });

    /// <summary>The mails to one contact.</summary>
    internal static async Task<IResult> ShowDeliveriesAsync(
        ConsoleVisit visit,
        string contact,
        string? after,
        ContactStore contacts,
        ReadDeliveries readDeliveries,
        CancellationToken cancellationToken)
    {
        if (await contacts.FindAsync(contact, cancellationToken) is not { Value: var found })
            return ConsolePage.Show<MissingThingPage>(visit, status: StatusCodes.Status404NotFound);
        var page = await readDeliveries.RunAsync(contact, PageSize, after, cancellationToken);
        return ConsolePage.Show<DeliveriesPage>(visit, new Dictionary<string, object?>
        {
            [nameof(DeliveriesPage.Contact)] = contact,
            [nameof(DeliveriesPage.Name)] = found.Name,
            [nameof(DeliveriesPage.Deliveries)] = page.Items,
            [nameof(DeliveriesPage.Next)] = page.After,
        });
    }

    /// <summary>
    /// The recipients with their addresses, for those who hold a role at the release's office; the audit records each reading.
    /// </summary>
    internal static async Task<IResult> ListAsync(
        DispatchVisit visit,
        HttpRequest request,
        string? after,
        ListRecipients listRecipients,
        AuditTrail trail,
        CancellationToken cancellationToken) =>
        await RecipientsAsync(visit, FilterOf(request.Query), after, listRecipients, trail, null, cancellationToken);

    internal static Task<IResult> PauseAsync(
        DispatchVisit visit, PauseDispatch pause, ReadDispatchContent read, CancellationToken cancellationToken) =>
        SteerAsync(visit, pause.RunAsync, "paused", read, cancellationToken);

    internal static Task<IResult> ResumeAsync(
        DispatchVisit visit, ResumeDispatch resume, ReadDispatchContent read, CancellationToken cancellationToken) =>
        SteerAsync(visit, resume.RunAsync, "resumed", read, cancellationToken);

    internal static Task<IResult> CancelAsync(
        DispatchVisit visit, CancelDispatch cancel, ReadDispatchContent read, CancellationToken cancellationToken) =>
        SteerAsync(visit, cancel.RunAsync, "cancelled", read, cancellationToken);

    /// <summary>The page before a dispatch is ended for good.</summary>
    internal static async Task<IResult> AskCancelAsync(
        DispatchVisit visit, ReadDispatchContent read, CancellationToken cancellationToken) =>
        ConsolePage.Show<CancelDispatchPage>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(CancelDispatchPage.Subject)] = visit,
            [nameof(CancelDispatchPage.Content)] = await read.RunAsync(visit.Dispatch, cancellationToken),
        });

    /// <summary>Keeps what a user found out about a recipient that is held.</summary>
    internal static async Task<IResult> ResolveAsync(
        DispatchVisit visit,
        SentForm sent,
        ResolveHeld resolveHeld,
        ListRecipients listRecipients,
        AuditTrail trail,
        CancellationToken cancellationToken)
    {
        RecipientFilter held = new() { Outcome = OutcomeState.Held };
        var after = sent.Fields["after"].ToString() is { Length: > 0 } from ? from : null;
        ResolutionForm form = new(sent.Fields["contact"].ToString(), sent.Fields["resolution"].ToString(), sent.Fields["note"].ToString());
        FieldErrors errors = new();
        errors.Require(Enum.TryParse<Resolution>(form.Resolution, out var resolution), "resolution", "is required.");
        if (errors.Any)
            return await RecipientsAsync(visit, held, after, listRecipients, trail, form with { Errors = errors }, cancellationToken);
        ResolutionInput input = new() { Contact = form.Contact, Resolution = resolution, Note = form.Note };
        var result = await resolveHeld.RunAsync(visit.Dispatch, [input], visit.Visit.User.Id, cancellationToken);
        return result switch
        {
            ResolveHeldResult.Resolved => ConsoleRoutes.To(
                $"{DispatchAddresses.Recipients(visit.Id, held, after)}&done=resolved"),
            ResolveHeldResult.Invalid invalid =>
                await RecipientsAsync(visit, held, after, listRecipients, trail, form with { Errors = invalid.Errors }, cancellationToken),
            _ => await RecipientsAsync(visit, held, after, listRecipients, trail, form with { IsDecided = true }, cancellationToken),
        };
    }

    private static async Task<IResult> SteerAsync(
        DispatchVisit visit,
        Func<string, CancellationToken, Task<ChangeDispatchResult>> change,
        string done,
        ReadDispatchContent read,
        CancellationToken cancellationToken)
    {
        return await change(visit.Id, cancellationToken) switch
        {
            ChangeDispatchResult.Done => ConsoleRoutes.To($"{DispatchAddresses.Dispatch(visit.Id)}?done={done}"),
            ChangeDispatchResult.Refused =>
                await PageAsync(visit, visit.Dispatch, read, "refused", StatusCodes.Status409Conflict, cancellationToken),
            _ => ConsolePage.Show<MissingThingPage>(visit.Visit, status: StatusCodes.Status404NotFound),
        };
    }

    private static async Task<IResult> PageAsync(
        DispatchVisit visit,
        Dispatch dispatch,
        ReadDispatchContent read,
        string? refusal,
        int status,
        CancellationToken cancellationToken) =>
        ConsolePage.Show<DispatchPage>(
            visit.Visit,
            new Dictionary<string, object?>
            {
                [nameof(DispatchPage.Subject)] = visit,
                [nameof(DispatchPage.Content)] = await read.RunAsync(dispatch, cancellationToken),
                [nameof(DispatchPage.Refusal)] = refusal,
            },
            status);

    private static async Task<IResult> RecipientsAsync(
        DispatchVisit visit,
        RecipientFilter filter,
        string? after,
        ListRecipients listRecipients,
        AuditTrail trail,
        ResolutionForm? form,
        CancellationToken cancellationToken)
    {
        var page = await listRecipients.RunAsync(visit.Dispatch, filter, PageSize, after, cancellationToken);
        // Before the first address leaves.
        if (page.Items.Count > 0) await trail.NoteAsync("dispatches.recordRead", $"dispatch:{visit.Id}", Details(filter));
        return ConsolePage.Show<RecipientsPage>(
            visit.Visit,
            new Dictionary<string, object?>
            {
                [nameof(RecipientsPage.Subject)] = visit,
                [nameof(RecipientsPage.Filter)] = filter,
                [nameof(RecipientsPage.Entries)] = page.Items,
                [nameof(RecipientsPage.Next)] = page.After,
                [nameof(RecipientsPage.After)] = after,
                [nameof(RecipientsPage.Form)] = form,
            },
            form switch
            {
                null => StatusCodes.Status200OK,
                { IsDecided: true } => StatusCodes.Status409Conflict,
                _ => StatusCodes.Status422UnprocessableEntity,
            });
    }

    private static Dictionary<string, string> Details(RecipientFilter filter)
    {
        Dictionary<string, string> details = new() { ["format"] = "page" };
        if (filter.Outcome is { } outcome) details["outcomes"] = DispatchAddresses.Word(outcome);
        return details;
    }

    private static RecipientFilter FilterOf(IQueryCollection query)
    {
        return new()
        {
            Outcome = Enum.TryParse<OutcomeState>(Word("outcome"), ignoreCase: true, out var outcome) && Enum.IsDefined(outcome)
                ? outcome
                : null,
            Language = Word("language"),
            List = Word("list"),
            Text = Word("q"),
        };

        string? Word(string field) => query[field].ToString() is { Length: > 0 } word ? word : null;
    }

    private static async ValueTask<object?> ForbiddenAsPageAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next) =>
        await next(context) is var answer && answer is INestedHttpResult { Result: ForbiddenProblem }
            ? ForbiddenAnswer.ForRoute(context.HttpContext)
            : answer;
}

/// <summary>A user's resolution of a recipient that is held, as it was typed.</summary>
/// <param name="Contact">Id of the contact.</param>
/// <param name="Resolution">Name of the resolution; empty where none is chosen.</param>
/// <param name="Note">How they know.</param>
public sealed record ResolutionForm(string Contact, string Resolution, string Note)
{
    public FieldErrors? Errors { get; init; }

    /// <summary>Whether the recipient is not held any more.</summary>
    public bool IsDecided { get; init; }
}

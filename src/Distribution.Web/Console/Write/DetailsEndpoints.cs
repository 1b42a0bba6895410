using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Topics;
using Distribution.Publisher.Users;
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

namespace Distribution.Web.Console.Write;

/// <summary>
/// The page of what a release has beside its texts and its audience: press officers, topics, countries, its proposed time.
/// </summary>
internal static class DetailsEndpoints
{
    public static void MapReleaseDetails(this IEndpointRouteBuilder routes)
    {
        var release = routes.MapConsoleRelease();
        release.MapPage("/details", ShowAsync).WithName("ReleaseDetailsPage").RequireRole(Role.Viewer);
        release.MapPage("/details/part", ShowPartAsync).WithName("ReadDetailsPart").RequireRole(Role.Viewer);
        release.MapPost("/details", SaveAsync).WithName("SaveDetails").RequireRole(Role.Author, Where.ItsOffice);
    }

    internal static Task<IResult> ShowAsync(
        ReleaseVisit visit, PressOfficerStore officers, TopicStore topics, TimeProvider clock, CancellationToken cancellationToken)
    {
        var form = DetailsForm.From(visit.Release, visit.Visit.PlaceOf(visit.Release.Office));
        return PageAsync(visit, form, Version(visit), null, null, null, officers, topics, clock, cancellationToken);
    }

    /// <summary>The same as the fields of the page stand now: the time in words, and the contact block.</summary>
    internal static async Task<IResult> ShowPartAsync(
        ReleaseVisit visit, HttpRequest request, PressOfficerStore officers, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (Office(visit) is not { } office) return Results.NotFound();
        var form = DetailsForm.From(DetailsForm.Values(request.Query), visit.Release, TimePlace.From(office));
        var reader = request.Query["zone"].ToString() is { Length: > 0 } zone ? TimePlace.From(zone) : null;
        var chosen = await Task.WhenAll(form.PressOfficers.Take(MostOfficers).Select(id => officers.FindAsync(id, cancellationToken)));
        return new PublicPage<DetailsPart>(new Dictionary<string, object?>
        {
            [nameof(DetailsPart.Visit)] = visit.Visit,
            [nameof(DetailsPart.Release)] = visit.Release,
            [nameof(DetailsPart.Office)] = office,
            [nameof(DetailsPart.Time)] = Time(visit, form, reader, clock),
            [nameof(DetailsPart.Chosen)] = form.Choice,
            [nameof(DetailsPart.Contacts)] = (List<PressContact>)[.. chosen
                .Where(officer => officer is not null && visit.Visit.Offices.Contains(officer.Value.Office))
                .Select(officer => new PressContact(officer!.Value, visit.Visit.Offices.Find(officer.Value.Office)!))],
        })
        {
            CacheControl = CachedContent.Never,
        };
    }

    internal static async Task<IResult> SaveAsync(
        ReleaseVisit visit,
        SentForm sent,
        EditDetails editDetails,
        UserStore users,
        PressOfficerStore officers,
        TopicStore topics,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (office, language) = (visit.Release.Office, visit.Visit.Language);
        var form = DetailsForm.From(DetailsForm.Values(sent.Fields), visit.Release, visit.Visit.PlaceOf(office));
        FieldErrors errors = new();
        var details = form.Read(office, language, errors);
        var version = sent.Fields["version"].ToString();
        var result = errors.Any
            ? new TransitionResult.Invalid(errors)
            : await editDetails.RunAsync(visit.Document, details, version, visit.Requester, cancellationToken);
        return result switch
        {
            TransitionResult.Done => ConsoleRoutes.To($"{WriteAddresses.Details(visit.Id)}?done=saved"),
            TransitionResult.Invalid { Errors: var wrong } => await PageAsync(
                visit,
                form,
                version,
                wrong.ToDictionary(),
                null,
                StatusCodes.Status422UnprocessableEntity,
                officers,
                topics,
                clock,
                cancellationToken),
            TransitionResult.Changed => await PageAsync(
                visit, form, Version(visit), null, await ChangedAsync(visit, users, cancellationToken),
                StatusCodes.Status412PreconditionFailed, officers, topics, clock, cancellationToken),
            TransitionResult.Refused { Answer: TransitionDecision.Needs { Role: var role } } => new ForbiddenAnswer(role, office),
            _ => ConsoleRoutes.To(WriteAddresses.Details(visit.Id)),
        };
    }

    private const int MostOfficers = 20;

    private static async Task<IResult> PageAsync(
        ReleaseVisit visit,
        DetailsForm form,
        string version,
        IDictionary<string, string[]>? errors,
        string? changed,
        int? status,
        PressOfficerStore officers,
        TopicStore topics,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (Office(visit) is not { } office) return ConsolePage.Show<MissingThingPage>(visit.Visit, status: StatusCodes.Status404NotFound);
        var book = topics.ReadAsync(cancellationToken);
        var people = await officers.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken);
        var (time, now) = (Time(visit, form, null, clock), clock.GetUtcNow());
        return ConsolePage.Show<DetailsPage>(
            visit.Visit,
            new Dictionary<string, object?>
            {
                [nameof(DetailsPage.Document)] = visit.Document,
                [nameof(DetailsPage.Office)] = office,
                [nameof(DetailsPage.Form)] = form,
                [nameof(DetailsPage.Version)] = version,
                [nameof(DetailsPage.Time)] = time,
                [nameof(DetailsPage.Choices)] = OfficerChoice.Sort(office.Id, visit.Visit.Offices, people, now, time.At ?? now),
                [nameof(DetailsPage.Topics)] = await book,
                [nameof(DetailsPage.MayWrite)] = visit.Can(Role.Author),
                [nameof(DetailsPage.Errors)] = errors,
                [nameof(DetailsPage.Changed)] = changed,
            },
            status ?? StatusCodes.Status200OK);
    }

    private static async Task<string> ChangedAsync(ReleaseVisit visit, UserStore users, CancellationToken cancellationToken)
    {
        var release = visit.Release;
        var editor = release.EditedBy ?? release.CreatedBy;
        var name = (await users.FindAsync(editor, cancellationToken))?.Value.Name ?? editor;
        var time = TimeText.Format(release.EditedAt ?? release.CreatedAt, visit.Visit.PlaceOf(release.Office), visit.Visit.Language);
        return WritePhrases.Book.In(visit.Visit.Language).With("details_changed", ("name", name), ("time", time));
    }

    private static TimeAnswer Time(ReleaseVisit visit, DetailsForm form, TimePlace? reader, TimeProvider clock) => TimeAnswer.Of(
        form, visit.Release.Office, visit.Visit.Offices, reader, clock.GetUtcNow(), WritePhrases.Book.In(visit.Visit.Language));

    private static Office? Office(ReleaseVisit visit) => visit.Visit.Offices.Find(visit.Release.Office);

    private static string Version(ReleaseVisit visit) => ReleaseDetails.From(visit.Release).Version();
}

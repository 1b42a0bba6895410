using Distribution.Audiences.Selection;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Releases;

/// <summary>The lists of releases by stage, and the beginning of a new one.</summary>
internal static class ReleasesEndpoints
{
    private const int PageSize = 30;

    public static void MapReleaseLists(this IEndpointRouteBuilder routes)
    {
        var console = routes.MapConsole();
        console.MapPage("/releases", ListAsync).WithName("ReleasesPage").RequireRole(Role.Viewer);
        console.MapPage("/releases/new", ShowNew).WithName("NewReleasePage").RequireRole(Role.Author);
        console.MapPost("/releases", CreateAsync).WithName("BeginRelease").RequireRole(Role.Author, Where.ItsOffice);
        var release = routes.MapConsoleRelease();
        release.MapPage("", Open).WithName("OpenRelease").RequireRole(Role.Viewer);
        release.MapPost("/duplicate", DuplicateAsync).WithName("DuplicateRelease").RequireRole(Role.Author, Where.ItsOffice);
    }

    internal static async Task<IResult> ListAsync(
        ConsoleVisit visit,
        [FromQuery(Name = "stage")] string? wanted,
        [FromQuery(Name = "q")] string? text,
        string? after,
        ListReleases listReleases,
        CancellationToken cancellationToken)
    {
        var stage = ReleaseStages.Find(wanted);
        bool IsMine(ReleaseEntry entry) => stage.Key != ReleaseStages.Mine || ReleaseStages.WaitsFor(visit, entry);
        ReleaseFilter filter = new() { States = stage.States, AwaitsApproval = stage.Key == ReleaseStages.Mine, Text = text };
        var page = await listReleases.RunAsync(filter, IsMine, PageSize, after, cancellationToken);
        return ConsolePage.Show<ReleasesPage>(visit, new Dictionary<string, object?>
        {
            [nameof(ReleasesPage.Entries)] = page.Items,
            [nameof(ReleasesPage.Next)] = page.After,
            [nameof(ReleasesPage.IsFirst)] = after is null,
            [nameof(ReleasesPage.Stage)] = stage.Key,
            [nameof(ReleasesPage.Text)] = text,
        });
    }

    internal static IResult ShowNew(ConsoleVisit visit) => New(visit, new(), null);

    /// <summary>A draft has an office and a language; everything else is written on its page.</summary>
    internal static async Task<IResult> CreateAsync(
        ConsoleVisit visit, SentForm sent, BeginDraft beginDraft, CancellationToken cancellationToken)
    {
        NewReleaseForm form = new()
        {
            Office = sent.Fields["office"].ToString(),
            Language = sent.Fields["language"].ToString(),
            Headline = sent.Fields["headline"].ToString(),
        };
        if (visit.Offices.Contains(form.Office) && !visit.Can(form.Office, Role.Author))
            return new ForbiddenAnswer(Role.Author, form.Office);
        TranslationInput text = new() { Headline = form.Headline };
        return await beginDraft.RunAsync(
            form.Office, form.Language, text, visit.Current.RequesterAt(form.Office), cancellationToken) switch
        {
            CreateReleaseResult.Created { Release: var created } => ConsoleRoutes.To(ReleaseAddresses.Write(created.Release.Id)),
            CreateReleaseResult.Invalid invalid => New(visit, form, invalid.Errors),
            _ => new ForbiddenAnswer(Role.Author, form.Office),
        };
    }

    internal static IResult Open(ReleaseVisit visit) => ConsoleRoutes.To(ReleaseAddresses.ForState(visit.Id, visit.Release.State));

    /// <summary>A draft with the same texts, press officers and audience, and no time.</summary>
    internal static async Task<IResult> DuplicateAsync(
        ReleaseVisit visit, SentForm sent, CreateRelease createRelease, CancellationToken cancellationToken)
    {
        var release = visit.Release;
        ReleaseInput input = new()
        {
            Office = release.Office,
            PressOfficers = release.PressOfficers,
            Topics = release.Topics,
            Countries = release.Countries,
            Audience = AudienceInput.From(release.Audience),
            OriginalLanguage = release.OriginalLanguage,
            TranslationPolicy = release.TranslationPolicy,
            WaitHours = release.WaitHours,
            Translations = visit.Document.Translations.ToDictionary(text => text.Language, text => new TranslationInput
            {
                State = TranslationState.Draft,
                Headline = text.Headline,
                Subheading = text.Subheading,
                Dateline = text.Dateline,
                Summary = text.Summary,
                Body = text.Body,
            }),
        };
        return await createRelease.RunAsync(
            input, visit.Requester, null, cancellationToken) is CreateReleaseResult.Created { Release: var made }
            ? ConsoleRoutes.To(ReleaseAddresses.Write(made.Release.Id))
            : ConsoleRoutes.To(ReleaseAddresses.Release(release.Id));
    }

    private static IResult New(ConsoleVisit visit, NewReleaseForm form, FieldErrors? errors) => ConsolePage.Show<NewReleasePage>(
        visit,
        new Dictionary<string, object?>
        {
            [nameof(NewReleasePage.Form)] = form,
            [nameof(NewReleasePage.Languages)] = visit.Organisation?.Languages ?? [LanguageTag.Normalize(visit.Language)],
            [nameof(NewReleasePage.Errors)] = errors?.ToDictionary(),
        },
        errors is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);
}

/// <summary>The beginning of a release as it was typed.</summary>
public sealed record NewReleaseForm
{
    public string Office { get; init; } = "";

    public string Language { get; init; } = "";

    public string Headline { get; init; } = "";
}

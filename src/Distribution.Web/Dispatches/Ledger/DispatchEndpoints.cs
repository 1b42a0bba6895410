using System.ComponentModel;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Dispatches.Sending;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Dispatches.Records;
using Distribution.Web.Dispatches.Resolutions;
using Distribution.Web.Dispatches.Steering;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Dispatches.Ledger;

internal static class DispatchEndpoints
{
    public static void MapDispatches(this IEndpointRouteBuilder routes)
    {
        var dispatches = routes.MapGroup("/api").WithTags("Dispatches");
        dispatches.MapGet("/dispatches", List).WithName("ListDispatches").RequireRole(Role.Viewer);
        dispatches.MapGet("/dispatches/{id:id}", Read).WithName("ReadDispatch").RequireRole(Role.Viewer);
        dispatches.MapGet("/releases/{id:id}/dispatches", ListOfRelease).WithName("ListDispatchesOfRelease").RequireRole(Role.Viewer);
        dispatches.MapGet("/dispatches/{id:id}/contact-blocks", ListContacts).WithName("ListContactBlocks").RequireRole(Role.Viewer);
        dispatches.MapRecord();
        dispatches.MapSteering();
        dispatches.MapResolutions();
    }

    /// <summary>Lists the dispatches that pass the filters, newest first.</summary>
    internal static async Task<Results<Listing<DispatchView>, UnreadableProblem>> List(
        [AsParameters] ListQuery query,
        [FromQuery(Name = "state"), Description("States; each as a parameter of its own.")] string[]? states,
        [Description("Id of a release.")] string? release,
        DispatchStore dispatches,
        ListDispatches listDispatches,
        CountOutcomes countOutcomes,
        CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        var wanted = errors.Words<DispatchState>("state", states);
        if (query.Problem(errors) is { } problem) return problem;
        var page = wanted.Count > 0 || release is not null
            ? await listDispatches.RunAsync(wanted, release, query.Count, query.Key, cancellationToken)
            : await dispatches.PageAsync(query.Count, query.Key, cancellationToken);
        return new Listing<DispatchView>(new(await ViewAsync(page.Items, countOutcomes, cancellationToken), page.After));
    }

    /// <summary>
    /// Reads a dispatch with the number of recipients by outcome, language and media list, and a forecast while it is being sent.
    /// </summary>
    internal static async Task<Results<Ok<DispatchView>, MissingProblem>> Read(
        string id,
        DispatchStore dispatches,
        ReadDispatchTotals readTotals,
        CountResolved countResolved,
        ForecastDispatch forecast,
        CancellationToken cancellationToken)
    {
        if (await dispatches.FindAsync(id, cancellationToken) is not { } found) return new MissingProblem();
        // No entity tag: the counts change while the dispatch's own row stays as it is.
        var totals = await readTotals.RunAsync(found.Value, cancellationToken);
        var view = DispatchView.From(found.Value, totals, await forecast.RunAsync(found.Value, totals.Outcomes, cancellationToken));
        return TypedResults.Ok(view with { Resolved = await countResolved.RunAsync(id, cancellationToken) });
    }

    /// <summary>Lists the dispatches of a release by version and kind.</summary>
    internal static async Task<Results<Listing<DispatchView>, UnreadableProblem, MissingProblem>> ListOfRelease(
        string id,
        [AsParameters] ListQuery query,
        ReleaseStore releases,
        DispatchStore dispatches,
        CountOutcomes countOutcomes,
        CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        var found = await dispatches.OfReleaseAsync(id, cancellationToken);
        if (found.Count == 0 && await releases.FindMainAsync(id, cancellationToken) is null) return new MissingProblem();
        var part = query.PartOf(found, dispatch => dispatch.Value.Id);
        return new Listing<DispatchView>(new(await ViewAsync(part.Items, countOutcomes, cancellationToken), part.After));
    }

    /// <summary>Lists the contact blocks in the mails of a dispatch, by language, as they were sent.</summary>
    internal static async Task<Results<Listing<SentContactBlock>, UnreadableProblem, MissingProblem>> ListContacts(
        string id, [AsParameters] ListQuery query, DispatchStore dispatches, CancellationToken cancellationToken)
    {
        if (query.Problem() is { } problem) return problem;
        if (await dispatches.FindAsync(id, cancellationToken) is null) return new MissingProblem();
        return new Listing<SentContactBlock>(query.PartOf(await dispatches.ContactsAsync(id, cancellationToken), sent => sent.Language));
    }

    private static async Task<List<DispatchView>> ViewAsync(
        IReadOnlyList<Stored<Dispatch>> dispatches, CountOutcomes countOutcomes, CancellationToken cancellationToken)
    {
        List<DispatchView> views = [];
        foreach (var dispatch in dispatches)
        {
            views.Add(DispatchView.From(dispatch.Value, await countOutcomes.RunAsync(dispatch.Value, cancellationToken)));
        }

        return views;
    }
}

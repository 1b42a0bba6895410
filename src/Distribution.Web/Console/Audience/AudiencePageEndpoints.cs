using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Validation;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Web.Console.Releases;
using Distribution.Web.Console.Shell;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Audience;

/// <summary>Choosing the audience of a release, how many people it is, and whether somebody is among them.</summary>
internal static class AudiencePageEndpoints
{
    public static void MapAudiencePages(this IEndpointRouteBuilder routes)
    {
        var audience = routes.MapConsoleRelease().MapGroup("/audience");
        audience.MapPage("", ShowAsync).WithName("AudiencePage").RequireRole(Role.Viewer);
        audience.MapPost("", SaveAsync).WithName("ChangeAudienceByForm").RequireRole(Role.Author, Where.ItsOffice);
        audience.MapPage("/estimate", EstimateAsync).WithName("AudienceEstimatePart").RequireRole(Role.Viewer);
        audience.MapPage($"/lists/{{list:{IdConstraint.Name}}}", CountAsync).WithName("ListMembersPart").RequireRole(Role.Viewer);
        audience.MapPost("/why", WhyAsync).WithName("AskWhyByForm").RequireRole(Role.Viewer);
    }

    internal static async Task<IResult> ShowAsync(
        ReleaseVisit visit, string? count, ReadAudiencePage read, EstimateAudience estimateAudience, CancellationToken cancellationToken)
    {
        var content = await read.RunAsync(visit, AudienceForm.From(visit.Release.Audience), cancellationToken);
        if (count is not null) content = content with { Estimate = await NumbersAsync(visit, estimateAudience, cancellationToken) };
        return Page(visit, content);
    }

    /// <summary>Changes the audience. An edit of something else meanwhile does not matter.</summary>
    internal static async Task<IResult> SaveAsync(
        ReleaseVisit visit, SentForm sent, ReadAudiencePage read, ChangeAudience changeAudience, CancellationToken cancellationToken)
    {
        var form = AudienceForm.From(sent.Fields);
        FieldErrors errors = new();
        var input = form.Read(visit.Release.Audience, visit.Visit.Language, errors);
        TransitionResult result = errors.Any
            ? new TransitionResult.Invalid(errors)
            : await changeAudience.RunAsync(visit.Document, input, form.Version, visit.Requester, cancellationToken);
        switch (result)
        {
            case TransitionResult.Done:
                return ConsoleRoutes.To($"{ReleaseAddresses.Audience(visit.Id)}?done=saved");
            case TransitionResult.Refused { Answer: TransitionDecision.Needs needs }:
                return new ForbiddenAnswer(needs.Role, visit.Release.Office);
            case TransitionResult.Invalid invalid:
                var wrong = await read.RunAsync(visit, form, cancellationToken) with { Errors = FieldsOf(invalid.Errors) };
                return Page(visit, wrong, StatusCodes.Status422UnprocessableEntity);
            default:
                var now = AudienceForm.From(visit.Release.Audience);
                var changed = await read.RunAsync(visit, form with { Version = now.Version }, cancellationToken) with { IsChanged = true };
                return Page(visit, changed, StatusCodes.Status409Conflict);
        }
    }

    /// <summary>The numbers of the audience that is stored, for a page that is open: counted as for a dispatch.</summary>
    internal static async Task<IResult> EstimateAsync(
        ReleaseVisit visit, EstimateAudience estimateAudience, MediaListStore lists, CancellationToken cancellationToken) =>
        ConsolePage.Show<AudienceEstimatePart>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(AudienceEstimatePart.Release)] = visit.Id,
            [nameof(AudienceEstimatePart.Estimate)] = await NumbersAsync(visit, estimateAudience, cancellationToken),
            [nameof(AudienceEstimatePart.Lists)] =
                await lists.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken),
        });

    /// <summary>How many are on one list.</summary>
    internal static async Task<IResult> CountAsync(
        ReleaseVisit visit, string list, SubscriptionStore subscriptions, CancellationToken cancellationToken) =>
        ConsolePage.Show<MembersPart>(visit.Visit, new Dictionary<string, object?>
        {
            [nameof(MembersPart.Count)] = await subscriptions.CountConfirmedAsync(list, cancellationToken),
        });

    /// <summary>
    /// Says of one person whether they would get the release, and why. Sent in a body, since addresses of requests are logged.
    /// </summary>
    internal static async Task<IResult> WhyAsync(
        ReleaseVisit visit, SentForm sent, AnswerWhy answer, ReadAudiencePage read, CancellationToken cancellationToken)
    {
        var chosen = sent.Fields["contact"].ToString() is { Length: > 0 } contact ? contact : null;
        var why = await answer.RunAsync(visit, sent.Fields["who"].ToString().Trim(), chosen, cancellationToken);
        if (visit.Visit.IsFragment)
        {
            return ConsolePage.Show<WhyPart>(visit.Visit, new Dictionary<string, object?>
            {
                [nameof(WhyPart.Release)] = visit.Id,
                [nameof(WhyPart.Why)] = why,
            });
        }

        return Page(visit, await read.RunAsync(visit, AudienceForm.From(visit.Release.Audience), cancellationToken) with { Why = why });
    }

    private static Task<AudienceEstimate> NumbersAsync(
        ReleaseVisit visit, EstimateAudience estimateAudience, CancellationToken cancellationToken)
    {
        var document = visit.Document.IfApproved();
        var addressing = document.AddressingBy(visit.Visit.Organisation);
        // Before the first text is ready, as if the original were.
        if (addressing.Languages.Count == 0) addressing = addressing with { Languages = [visit.Release.OriginalLanguage] };
        return estimateAudience.RunAsync(addressing, cancellationToken);
    }

    /// <summary>The fields without the name of the whole, as they are called on the page.</summary>
    private static Dictionary<string, string[]> FieldsOf(FieldErrors errors) => errors.ToDictionary()
        .GroupBy(error => error.Key.Split('.') is ["audience", var field, ..] ? field : error.Key)
        .ToDictionary(group => group.Key, group => group.SelectMany(error => error.Value).ToArray());

    private static IResult Page(ReleaseVisit visit, AudienceContent content, int status = StatusCodes.Status200OK) =>
        ConsolePage.Show<AudiencePage>(
            visit.Visit,
            new Dictionary<string, object?> { [nameof(AudiencePage.Subject)] = visit, [nameof(AudiencePage.Content)] = content },
            status);
}

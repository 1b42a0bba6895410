using Distribution.Publisher.Organisations;
using Distribution.Releases.Workflow;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Approvals;

/// <summary>
/// The page that approvers see by the link in their mail. It shows one version and changes nothing: approving is a request with a key.
/// </summary>
internal static class ApprovalEndpoints
{
    public static void MapApprovals(this IEndpointRouteBuilder routes) =>
        routes.MapPage("/approvals/{token}", ShowAsync).WithName("ApprovalPage").AllowAnonymous();

    internal static async Task<IResult> ShowAsync(
        string token,
        RequestLanguages readers,
        ReadApprovalPage read,
        OrganisationStore organisations,
        PublicLinks links,
        CancellationToken cancellationToken)
    {
        var preview = await read.RunAsync(token, cancellationToken);
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return new PublicPage<ApprovalPage>(new Dictionary<string, object?>
        {
            [nameof(ApprovalPage.Preview)] = preview,
            [nameof(ApprovalPage.Organisation)] = organisation,
            [nameof(ApprovalPage.Language)] = ApprovalPhrases.Book.FirstOf(readers.Before(organisation?.Languages ?? [])),
            [nameof(ApprovalPage.Links)] = links,
        })
        {
            StatusCode = preview is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            CacheControl = CachedContent.Never,
        };
    }
}

using Distribution.Leave;
using Distribution.Organisations;
using Distribution.Security;
using Distribution.Subscriptions;
using Distribution.Web.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Leave;

/// <summary>
/// Leaving lists by the link in a mail. Reading the page changes nothing, for scanners open every link; the POST is the page's button and
/// the mail program's one click alike (RFC 8058): whatever its body says, it needs no cookie and gets no redirect.
/// </summary>
internal static class LeaveEndpoints
{
    public static void MapLeave(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/leave/{token}", ShowAsync).WithName("LeavePage").AllowAnonymous();
        routes.MapPost("/leave/{token}/stay", StayAsync).WithName("StayOnLists").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        routes.MapPost("/leave/{token}", LeaveAsync).WithName("Leave").AllowAnonymous().ExcludeFromDescription();
    }

    internal static async Task<IResult> ShowAsync(
        string token, LinkTokens tokens, PreviewLeave preview, OrganisationStore organisations, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return Show(token, organisation, await PreviewAsync(token, tokens, preview, cancellationToken));
    }

    internal static async Task<IResult> LeaveAsync(
        string token,
        LinkTokens tokens,
        PreviewLeave preview,
        LeaveByToken leave,
        OrganisationStore organisations,
        CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        if (await PreviewAsync(token, tokens, preview, cancellationToken) is not { } before) return Show(token, organisation, preview: null);
        await leave.RunAsync(token, cancellationToken);
        var now = await PreviewAsync(token, tokens, preview, cancellationToken);
        return Show(token, organisation, before with { Left = now?.Left ?? [] }, hasLeft: true);
    }

    /// <summary>Takes a leave back, or chooses less instead of nothing: what the page offers afterwards.</summary>
    internal static async Task<IResult> StayAsync(
        string token,
        HttpContext context,
        LinkTokens tokens,
        PreviewLeave preview,
        StayOnLists stay,
        OrganisationStore organisations,
        CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : null;
        if (!Enum.TryParse<StayChoice>(form?["choice"], ignoreCase: true, out var choice) || !Enum.IsDefined(choice)) return Show(token, organisation, preview: null);
        if (tokens.Read(LinkPurpose.Leave, token) is { } link) await stay.RunAsync(link.Release, link.Contact, choice, cancellationToken);
        else if (tokens.Read(LinkPurpose.LeaveDigests, token) is { } digests) await stay.DigestsAsync(digests.Contact, choice, cancellationToken);
        return Show(token, organisation, await PreviewAsync(token, tokens, preview, cancellationToken), stays: choice);
    }

    /// <summary>What the link of a release, or of a digest, lets one leave; null when it is not genuine.</summary>
    private static async Task<LeavePreview?> PreviewAsync(string token, LinkTokens tokens, PreviewLeave preview, CancellationToken cancellationToken)
    {
        if (tokens.Read(LinkPurpose.Leave, token) is { } link) return await preview.RunAsync(link.Release, link.Contact, cancellationToken);
        return tokens.Read(LinkPurpose.LeaveDigests, token) is { } digests ? await preview.DigestsAsync(digests.Contact, cancellationToken) : null;
    }

    private static PublicPage<LeavePage> Show(string token, Organisation? organisation, LeavePreview? preview, bool hasLeft = false, StayChoice? stays = null) =>
        new(new Dictionary<string, object?>
        {
            [nameof(LeavePage.Organisation)] = organisation,
            [nameof(LeavePage.Language)] = LeavePhrases.LanguageFor(preview?.Languages ?? [], organisation?.Languages ?? []),
            [nameof(LeavePage.Preview)] = preview,
            [nameof(LeavePage.HasLeft)] = hasLeft,
            [nameof(LeavePage.Stays)] = stays,
            [nameof(LeavePage.Path)] = $"/leave/{Uri.EscapeDataString(token)}",
        })
        {
            StatusCode = preview is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK,
            CacheControl = CachedContent.Never,
        };
}

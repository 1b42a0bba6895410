using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Unsubscribe;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Unsubscribe;

/// <summary>What the page of a link to leave shows, and the page.</summary>
internal sealed class ReadLeavePage(LinkTokens tokens, PreviewLeave preview, OrganisationStore organisations, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<Organisation?> OrganisationAsync(CancellationToken cancellationToken) => (await organisations.FindAsync(cancellationToken))?.Value;

    /// <summary>What the link of a release, or of a digest, lets one leave; null when it is not genuine.</summary>
    public async Task<LeavePreview?> PreviewAsync(string token, CancellationToken cancellationToken)
    {
        if (tokens.Read(LinkPurpose.Leave, token) is { } link) return await preview.RunAsync(link.Release, link.Contact, cancellationToken);
        return tokens.Read(LinkPurpose.LeaveDigests, token) is { } digests ? await preview.DigestsAsync(digests.Contact, cancellationToken) : null;
    }

    /// <summary>Whether a pause ends on a day to come.</summary>
    /// <param name="wish">The pause.</param>
    /// <param name="isNamed">Whether a day was named at all.</param>
    public bool IsAhead(StayWish wish, bool isNamed) => wish.Until is { } day ? day > Today : !isNamed;

    public PublicPage<LeavePage> Show(
        string token, ReaderLanguages readers, Organisation? organisation, LeavePreview? preview, bool hasLeft = false, StayWish? stays = null, bool isWrong = false) =>
        new(new Dictionary<string, object?>
        {
            [nameof(LeavePage.Organisation)] = organisation,
            [nameof(LeavePage.Language)] = LeavePhrases.LanguageFor(preview?.Languages ?? readers.Tags, organisation?.Languages ?? []),
            [nameof(LeavePage.Preview)] = preview,
            [nameof(LeavePage.HasLeft)] = hasLeft,
            [nameof(LeavePage.Stays)] = stays,
            [nameof(LeavePage.IsWrong)] = isWrong && preview is not null,
            [nameof(LeavePage.Today)] = Today,
            [nameof(LeavePage.Path)] = $"/leave/{Uri.EscapeDataString(token)}",
        })
        {
            StatusCode = preview is null ? StatusCodes.Status404NotFound : isWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            CacheControl = CachedContent.Never,
        };
}

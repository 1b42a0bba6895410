using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Unsubscribe;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Unsubscribe;

/// <summary>Reads the content of the unsubscribe page, and makes the page.</summary>
internal sealed class ReadUnsubscribePage(LinkTokens tokens, ReadUnsubscribeSummary preview, OrganisationStore organisations, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    public async Task<Organisation?> OrganisationAsync(CancellationToken cancellationToken) => (await organisations.FindAsync(cancellationToken))?.Value;

    /// <summary>The subscriptions that the link of a release, or of a digest, can end; null when it is not genuine.</summary>
    public async Task<UnsubscribeSummary?> SummaryAsync(string token, CancellationToken cancellationToken)
    {
        if (tokens.Read(LinkPurpose.Unsubscribe, token) is { } link) return await preview.RunAsync(link.Release, link.Contact, cancellationToken);
        return tokens.Read(LinkPurpose.UnsubscribeDigests, token) is { } digests ? await preview.DigestsAsync(digests.Contact, cancellationToken) : null;
    }

    /// <summary>Whether a pause ends on a day to come.</summary>
    /// <param name="request">The pause.</param>
    /// <param name="isNamed">Whether a day was named at all.</param>
    public bool IsAhead(KeepRequest request, bool isNamed) => request.Until is { } day ? day > Today : !isNamed;

    public PublicPage<UnsubscribePage> Show(
        string token, RequestLanguages readers, Organisation? organisation, UnsubscribeSummary? preview, bool hasLeft = false, KeepRequest? stays = null, bool isWrong = false) =>
        new(new Dictionary<string, object?>
        {
            [nameof(UnsubscribePage.Organisation)] = organisation,
            [nameof(UnsubscribePage.Language)] = UnsubscribePhrases.LanguageFor(preview?.Languages ?? readers.Tags, organisation?.Languages ?? []),
            [nameof(UnsubscribePage.Preview)] = preview,
            [nameof(UnsubscribePage.HasLeft)] = hasLeft,
            [nameof(UnsubscribePage.Kept)] = stays,
            [nameof(UnsubscribePage.IsWrong)] = isWrong && preview is not null,
            [nameof(UnsubscribePage.Today)] = Today,
            [nameof(UnsubscribePage.Path)] = $"/unsubscribe/{Uri.EscapeDataString(token)}",
        })
        {
            StatusCode = preview is null ? StatusCodes.Status404NotFound : isWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK,
            CacheControl = CachedContent.Never,
        };
}

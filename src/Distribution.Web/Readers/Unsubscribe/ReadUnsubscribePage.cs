using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Unsubscribe;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Unsubscribe;

/// <summary>Reads what the page of a link to unsubscribe shows, and shows it.</summary>
internal sealed class ReadUnsubscribePage(
    LinkTokens tokens, ReadUnsubscribeSummary summary, OrganisationStore organisations, TimeProvider clock)
{
    private DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <returns>Null when the token is not genuine.</returns>
    public UnsubscribeLink? Link(string token) => UnsubscribeLink.Read(tokens, token);

    public Task<UnsubscribeSummary> SummaryAsync(UnsubscribeLink link, CancellationToken cancellationToken) => summary.RunAsync(link, cancellationToken);

    /// <summary>Whether a pause ends on a day to come.</summary>
    /// <param name="request">The pause.</param>
    /// <param name="isNamed">Whether a day was named at all.</param>
    public bool IsAhead(KeepRequest request, bool isNamed) => request.Until is { } day ? day > Today : !isNamed;

    /// <summary>The page of a link that is not genuine.</summary>
    public Task<IResult> ShowInvalidAsync(string token, RequestLanguages readers, CancellationToken cancellationToken) =>
        ShowAsync(token, readers, new(Summary: null), cancellationToken);

    public async Task<IResult> ShowAsync(string token, RequestLanguages readers, UnsubscribePageContent content, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return new PublicPage<UnsubscribePage>(new Dictionary<string, object?>
        {
            [nameof(UnsubscribePage.Organisation)] = organisation,
            [nameof(UnsubscribePage.Language)] =
                UnsubscribePhrases.LanguageFor(content.Summary?.Languages ?? readers.Tags, organisation?.Languages ?? []),
            [nameof(UnsubscribePage.Preview)] = content.Summary,
            [nameof(UnsubscribePage.HasLeft)] = content.HasLeft,
            [nameof(UnsubscribePage.Kept)] = content.Kept,
            [nameof(UnsubscribePage.IsWrong)] = content.IsWrong,
            [nameof(UnsubscribePage.Today)] = Today,
            [nameof(UnsubscribePage.Path)] = $"/unsubscribe/{Uri.EscapeDataString(token)}",
        })
        {
            StatusCode = content switch
            {
                { Summary: null } => StatusCodes.Status404NotFound,
                { IsWrong: true } => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status200OK,
            },
            CacheControl = CachedContent.Never,
        };
    }
}

/// <summary>The content of the page of a link.</summary>
/// <param name="Summary">Null when the link is not genuine.</param>
/// <param name="HasLeft">Whether they have just unsubscribed.</param>
/// <param name="Kept">The choice they have just made instead of unsubscribing.</param>
/// <param name="IsWrong">Whether the choice is invalid.</param>
internal sealed record UnsubscribePageContent(UnsubscribeSummary? Summary, bool HasLeft = false, KeepRequest? Kept = null, bool IsWrong = false);

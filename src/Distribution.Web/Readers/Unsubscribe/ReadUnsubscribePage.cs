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

    public Task<UnsubscribeSummary> SummaryAsync(UnsubscribeLink link, CancellationToken cancellationToken) =>
        summary.RunAsync(link, cancellationToken);

    /// <summary>Whether a pause ends on a day to come.</summary>
    /// <param name="request">The pause.</param>
    /// <param name="isNamed">Whether a day was named at all.</param>
    public bool IsAhead(KeepRequest request, bool isNamed) => request.Until is { } day ? day > Today : !isNamed;

    /// <summary>The page's address, once a choice was made on it with the choice.</summary>
    public static string PathOf(string token, RequestLanguages? readers = null, KeepChoice? kept = null)
    {
        var query = readers?.Query ?? "";
        if (kept is not null) query += $"{(query.Length == 0 ? '?' : '&')}kept={kept.Value.ToString().ToLowerInvariant()}";
        return $"/unsubscribe/{Uri.EscapeDataString(token)}{query}";
    }

    /// <summary>The page of a link that is not genuine.</summary>
    public Task<IResult> ShowInvalidAsync(string token, RequestLanguages readers, CancellationToken cancellationToken) =>
        ShowAsync(token, readers, new(Summary: null), cancellationToken);

    public async Task<IResult> ShowAsync(
        string token, RequestLanguages readers, UnsubscribePageContent content, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return new PublicPage<UnsubscribePage>(new Dictionary<string, object?>
        {
            [nameof(UnsubscribePage.Organisation)] = organisation,
            [nameof(UnsubscribePage.Language)] =
                UnsubscribePhrases.LanguageFor(
                    readers.Before(content.Summary is { Languages: { Count: > 0 } known } ? known : readers.Tags),
                    organisation?.Languages ?? []),
            [nameof(UnsubscribePage.Preview)] = content.Summary,
            [nameof(UnsubscribePage.Kept)] = content.Kept is { } kept && content.Summary?.Shows(kept) == true ? kept : null,
            [nameof(UnsubscribePage.IsWrong)] = content.IsWrong,
            [nameof(UnsubscribePage.IsStale)] = content.IsStale,
            [nameof(UnsubscribePage.Today)] = Today,
            [nameof(UnsubscribePage.Path)] = PathOf(token),
            [nameof(UnsubscribePage.Query)] = readers.Query,
        })
        {
            StatusCode = content switch
            {
                { Summary: null } => StatusCodes.Status404NotFound,
                { IsStale: true } => StatusCodes.Status409Conflict,
                { IsWrong: true } => StatusCodes.Status422UnprocessableEntity,
                _ => StatusCodes.Status200OK,
            },
            CacheControl = CachedContent.Never,
        };
    }
}

/// <summary>The content of the page of a link.</summary>
/// <param name="Summary">Null when the link is not genuine.</param>
/// <param name="Kept">The choice they have just made instead of unsubscribing; the page says so if it is still how things are.</param>
/// <param name="IsWrong">Whether the choice is invalid.</param>
/// <param name="IsStale">Whether a choice was not saved, because the page it was made on showed what is no longer so.</param>
internal sealed record UnsubscribePageContent(
    UnsubscribeSummary? Summary, KeepChoice? Kept = null, bool IsWrong = false, bool IsStale = false);

using System.Globalization;
using Distribution.Readers.Unsubscribe;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Readers.Unsubscribe;

/// <summary>
/// Unsubscribing by the link in a mail. Reading the page changes nothing, for scanners open every link; the POST is the page's button and
/// the mail program's one click alike (RFC 8058): whatever its body says, it unsubscribes, needs no cookie and gets no redirect.
/// </summary>
internal static class UnsubscribeEndpoints
{
    /// <summary>A field that our own page posts: a browser is led back to the page, a program is not.</summary>
    public const string FromPage = "page";

    public static void MapUnsubscribe(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/unsubscribe/{token}", ShowAsync).WithName("UnsubscribePage").AllowAnonymous();
        routes.MapPost("/unsubscribe/{token}/keep", KeepAsync).WithName("KeepSubscriptions").AllowAnonymous().ExcludeFromDescription()
            .DisableAntiforgery();
        routes.MapPost("/unsubscribe/{token}", UnsubscribeAsync).WithName("Unsubscribe").AllowAnonymous().ExcludeFromDescription();
    }

    /// <param name="kept">The choice that was just made, if it was one instead of unsubscribing.</param>
    internal static async Task<IResult> ShowAsync(
        string token, string? kept, ReadUnsubscribePage page, RequestLanguages readers, CancellationToken cancellationToken)
    {
        if (page.Link(token) is not { } link) return await page.ShowInvalidAsync(token, readers, cancellationToken);
        return await page.ShowAsync(
            token, readers, new(await page.SummaryAsync(link, cancellationToken), Kept: Choice(kept)), cancellationToken);
    }

    internal static async Task<IResult> UnsubscribeAsync(
        string token,
        HttpRequest request,
        UnsubscribeFromLists unsubscribe,
        ReadUnsubscribePage page,
        RequestLanguages readers,
        CancellationToken cancellationToken)
    {
        var (link, form) = (page.Link(token), await FormAsync(request, cancellationToken));
        var isOneClick = form["List-Unsubscribe"] == "One-Click";
        if (link is null) return isOneClick ? Results.NotFound() : await page.ShowInvalidAsync(token, readers, cancellationToken);
        await unsubscribe.RunAsync(link, cancellationToken);
        // A program reads no page, so none is made for it; and one that posts something else gets no redirect either.
        if (isOneClick) return Results.Ok();
        return form[FromPage].Count > 0
            ? new SeeOther(ReadUnsubscribePage.PathOf(token, readers))
            : await page.ShowAsync(token, readers, new(await page.SummaryAsync(link, cancellationToken)), cancellationToken);
    }

    /// <summary>Undoes an unsubscription, or chooses less instead of nothing: what the page offers.</summary>
    internal static async Task<IResult> KeepAsync(
        string token,
        SentForm sent,
        SaveKeepChoice save,
        ReadUnsubscribePage page,
        RequestLanguages readers,
        CancellationToken cancellationToken)
    {
        var form = sent.Fields;
        if (page.Link(token) is not { } link || Choice(form["choice"]) is not { } choice)
            return await page.ShowInvalidAsync(token, readers, cancellationToken);
        KeepRequest wish = new(choice, Lists(form), Until(form));
        var isWrong = choice == KeepChoice.Pause && !page.IsAhead(wish, form["until"].Count > 0);
        var result = isWrong ? null : await save.RunAsync(link, wish, form["version"], cancellationToken);
        if (result is SaveKeepChoiceResult.Saved)
            return new SeeOther(ReadUnsubscribePage.PathOf(token, readers, choice));
        var summary = await page.SummaryAsync(link, cancellationToken);
        return await page.ShowAsync(
            token,
            readers,
            result is SaveKeepChoiceResult.Stale ? new(summary, IsStale: true) : new(summary, IsWrong: true),
            cancellationToken);
    }

    /// <summary>The form that is posted. A body that cannot be read is empty: whatever it says, it unsubscribes.</summary>
    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await SentForm.ReadAsync(request, cancellationToken);
        }
        catch (BadHttpRequestException)
        {
            return FormCollection.Empty;
        }
    }

    private static KeepChoice? Choice(string? name) =>
        Enum.TryParse<KeepChoice>(name, ignoreCase: true, out var choice) && Enum.IsDefined(choice) && !char.IsAsciiDigit(name![0])
            ? choice
            : null;

    /// <summary>A form without the field has one list to choose from; with none ticked it has the field all the same.</summary>
    private static IReadOnlyList<string>? Lists(IFormCollection form) =>
        form.ContainsKey("lists") ? [.. form["lists"].Where(list => !string.IsNullOrEmpty(list)).Select(list => list!)] : null;

    private static DateOnly? Until(IFormCollection form) =>
        DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

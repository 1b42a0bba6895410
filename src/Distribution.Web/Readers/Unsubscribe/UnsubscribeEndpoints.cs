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
    public static void MapUnsubscribe(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/unsubscribe/{token}", ShowAsync).WithName("UnsubscribePage").AllowAnonymous();
        routes.MapPost("/unsubscribe/{token}/keep", KeepAsync).WithName("KeepSubscriptions").AllowAnonymous().ExcludeFromDescription()
            .DisableAntiforgery();
        routes.MapPost("/unsubscribe/{token}", UnsubscribeAsync).WithName("Unsubscribe").AllowAnonymous().ExcludeFromDescription();
    }

    internal static async Task<IResult> ShowAsync(
        string token, ReadUnsubscribePage page, RequestLanguages readers, CancellationToken cancellationToken)
    {
        if (page.Link(token) is not { } link) return await page.ShowInvalidAsync(token, readers, cancellationToken);
        return await page.ShowAsync(token, readers, new(await page.SummaryAsync(link, cancellationToken)), cancellationToken);
    }

    internal static async Task<IResult> UnsubscribeAsync(
        string token,
        HttpRequest request,
        UnsubscribeFromLists unsubscribe,
        ReadUnsubscribePage page,
        RequestLanguages readers,
        CancellationToken cancellationToken)
    {
        var (link, isOneClick) = (page.Link(token), await IsOneClickAsync(request, cancellationToken));
        if (link is null) return isOneClick ? Results.NotFound() : await page.ShowInvalidAsync(token, readers, cancellationToken);
        // A program reads no page, so none is made for it.
        if (isOneClick)
        {
            await unsubscribe.RunAsync(link, cancellationToken);
            return Results.Ok();
        }

        var before = await page.SummaryAsync(link, cancellationToken);
        await unsubscribe.RunAsync(link, cancellationToken);
        var now = await page.SummaryAsync(link, cancellationToken);
        return await page.ShowAsync(token, readers, new(before with { Left = now.Left }, HasLeft: true), cancellationToken);
    }

    /// <summary>Undoes an unsubscription, or chooses less instead of nothing: what the page offers.</summary>
    internal static async Task<IResult> KeepAsync(
        string token,
        SentForm sent,
        KeepSubscriptions keep,
        ReadUnsubscribePage page,
        RequestLanguages readers,
        CancellationToken cancellationToken)
    {
        var form = sent.Fields;
        if (page.Link(token) is not { } link
            || !Enum.TryParse<KeepChoice>(form["choice"], ignoreCase: true, out var choice)
            || !Enum.IsDefined(choice))
            return await page.ShowInvalidAsync(token, readers, cancellationToken);
        KeepRequest wish = new(choice, Lists(form), Until(form));
        var isWrong = (choice == KeepChoice.Pause && !page.IsAhead(wish, form["until"].Count > 0))
            || (await keep.RunAsync(link, wish, cancellationToken)).Any;
        var summary = await page.SummaryAsync(link, cancellationToken);
        return await page.ShowAsync(token, readers, isWrong ? new(summary, IsWrong: true) : new(summary, Kept: wish), cancellationToken);
    }

    /// <summary>Whether a program posts what RFC 8058, section 3.1, has it post. A body that cannot be read is a person's.</summary>
    private static async Task<bool> IsOneClickAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return (await SentForm.ReadAsync(request, cancellationToken))["List-Unsubscribe"] == "One-Click";
        }
        catch (BadHttpRequestException)
        {
            return false;
        }
    }

    /// <summary>A form without the field has one list to choose from; with none ticked it has the field all the same.</summary>
    private static IReadOnlyList<string>? Lists(IFormCollection form) =>
        form.ContainsKey("lists") ? [.. form["lists"].Where(list => !string.IsNullOrEmpty(list)).Select(list => list!)] : null;

    private static DateOnly? Until(IFormCollection form) =>
        DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

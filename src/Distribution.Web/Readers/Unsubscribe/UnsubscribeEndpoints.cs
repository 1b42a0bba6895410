using System.Globalization;
using Distribution.Readers.Unsubscribe;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Readers.Unsubscribe;

/// <summary>
/// Leaving lists by the link in a mail. Reading the page changes nothing, for scanners open every link; the POST is the page's button and
/// the mail program's one click alike (RFC 8058): whatever its body says, it needs no cookie and gets no redirect.
/// </summary>
internal static class UnsubscribeEndpoints
{
    public static void MapUnsubscribe(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/unsubscribe/{token}", ShowAsync).WithName("UnsubscribePage").AllowAnonymous();
        routes.MapPost("/unsubscribe/{token}/keep", KeepAsync).WithName("KeepSubscriptions").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        routes.MapPost("/unsubscribe/{token}", UnsubscribeAsync).WithName("Unsubscribe").AllowAnonymous().ExcludeFromDescription();
    }

    internal static async Task<IResult> ShowAsync(string token, ReadUnsubscribePage page, RequestLanguages readers, CancellationToken cancellationToken) =>
        page.Show(token, readers, await page.OrganisationAsync(cancellationToken), await page.SummaryAsync(token, cancellationToken));

    internal static async Task<IResult> UnsubscribeAsync(string token, UnsubscribeByToken leave, ReadUnsubscribePage page, RequestLanguages readers, CancellationToken cancellationToken)
    {
        var organisation = await page.OrganisationAsync(cancellationToken);
        if (await page.SummaryAsync(token, cancellationToken) is not { } before) return page.Show(token, readers, organisation, preview: null);
        await leave.RunAsync(token, cancellationToken);
        var now = await page.SummaryAsync(token, cancellationToken);
        return page.Show(token, readers, organisation, before with { Left = now?.Left ?? [] }, hasLeft: true);
    }

    /// <summary>Undoes an unsubscription, or chooses less instead of nothing, as the page offers.</summary>
    internal static async Task<IResult> KeepAsync(string token, HttpContext context, KeepByToken stay, ReadUnsubscribePage page, RequestLanguages readers, CancellationToken cancellationToken)
    {
        var organisation = await page.OrganisationAsync(cancellationToken);
        var form = context.Request.HasFormContentType ? await context.Request.ReadFormAsync(cancellationToken) : FormCollection.Empty;
        if (!Enum.TryParse<KeepChoice>(form["choice"], ignoreCase: true, out var choice) || !Enum.IsDefined(choice)) return page.Show(token, readers, organisation, preview: null);
        KeepRequest request = new(choice, Lists(form), Until(form));
        var isWrong = (choice == KeepChoice.Pause && !page.IsAhead(request, form["until"].Count > 0)) || (await stay.RunAsync(token, request, cancellationToken)).Any;
        var preview = await page.SummaryAsync(token, cancellationToken);
        return isWrong ? page.Show(token, readers, organisation, preview, isWrong: true) : page.Show(token, readers, organisation, preview, stays: request);
    }

    /// <summary>A form without the field has one list to choose from; with none ticked it has the field all the same.</summary>
    private static IReadOnlyList<string>? Lists(IFormCollection form) =>
        form.ContainsKey("lists") ? [.. form["lists"].Where(list => !string.IsNullOrEmpty(list)).Select(list => list!)] : null;

    private static DateOnly? Until(IFormCollection form) =>
        DateOnly.TryParseExact(form["until"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}

using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Security;
using Distribution.Web.Readers.Signups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Readers.Preferences;

/// <summary>
/// The preferences, where journalists manage their subscriptions and data. There is no password: a link that works once is sent to the
/// address. Reading the link changes nothing; its page's button opens the preferences for an hour.
/// </summary>
internal static class PreferencesEndpoints
{
    private const string Home = "/preferences";

    public static void MapPreferences(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/{language:language}/preferences", AskAsync).WithName("RequestPreferencesLinkPage").AllowAnonymous();
        routes.MapPost("/{language:language}/preferences", SendLinkAsync).WithName("RequestPreferencesLink").AllowAnonymous()
            .ExcludeFromDescription().DisableAntiforgery().CountsRefusals();
        routes.MapPage("/preferences/open/{token}", ShowLinkAsync).WithName("OpenPreferencesPage").AllowAnonymous();
        routes.MapPost("/preferences/open/{token}", OpenAsync).WithName("OpenPreferences").AllowAnonymous().ExcludeFromDescription()
            .DisableAntiforgery();
        var preferences =
            routes.MapGroup(Home).AddEndpointFilter<PreferencesFilter>().AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        preferences.MapPage("", ShowAsync).WithName("Preferences");
        preferences.MapPost("/choices", ChooseAsync).WithName("ChangePreferences");
        preferences.MapPost("/details", CorrectAsync).WithName("CorrectDetails");
        preferences.MapPost("/close", CloseAsync).WithName("ClosePreferences");
        preferences.MapAddressChanges();
        preferences.MapOwnData();
        routes.MapAddressChangeLinks();
    }

    internal static Task<IResult> AskAsync(string language, PreferencesAnswers answers, CancellationToken cancellationToken) =>
        answers.AskAsync(language, message: null, cancellationToken);

    internal static async Task<IResult> SendLinkAsync(
        string language,
        HttpContext context,
        SentForm sent,
        RequestPreferencesLink ask,
        PreferencesAnswers answers,
        CancellationToken cancellationToken)
    {
        return await ask.RunAsync(sent.Fields["address"].ToString(), language, ClientNetwork.Get(context), cancellationToken) switch
        {
            RequestPreferencesLinkResult.Invalid invalid =>
                await answers.AskAsync(language, null, cancellationToken, invalid.Errors, StatusCodes.Status422UnprocessableEntity),
            RequestPreferencesLinkResult.TooMany tooMany => await TooManyAsync(tooMany.Wait),
            _ => await answers.MessageAsync(language, "sent", cancellationToken),
        };

        Task<IResult> TooManyAsync(TimeSpan wait)
        {
            RetryAfter.Set(context.Response, wait);
            return answers.MessageAsync(language, "too_many", cancellationToken, StatusCodes.Status429TooManyRequests);
        }
    }

    internal static async Task<IResult> ShowLinkAsync(
        string token,
        OpenPreferences openPreferences,
        PreferencesAnswers answers,
        RequestLanguages readers,
        CancellationToken cancellationToken) =>
        await openPreferences.FindAsync(token, cancellationToken) is { } contact
            ? await answers.QuestionAsync(
                PreferencesPhrases.LanguageFor(contact.Languages), "open", cancellationToken, MailAddress.Parse(contact.Address)?.Masked)
            : await answers.InvalidAsync(readers, cancellationToken);

    /// <summary>
    /// Sets the cookie only for the button of our own page: another site could have somebody work in preferences that are not theirs.
    /// </summary>
    internal static async Task<IResult> OpenAsync(
        string token,
        HttpContext context,
        OpenPreferences openPreferences,
        PreferencesCookie cookie,
        PreferencesAnswers answers,
        RequestLanguages readers,
        PublicLinks links,
        CancellationToken cancellationToken)
    {
        if (Elsewhere.Sent(context.Request, links)) return await answers.ClosedAsync(readers, cancellationToken);
        if (await openPreferences.RunAsync(token, cancellationToken) is not { } secret)
            return await answers.InvalidAsync(readers, cancellationToken);
        cookie.Set(context, secret);
        return Back(done: null);
    }

    internal static async Task<IResult> ShowAsync(
        PreferencesOwner owner, string? done, ReadPreferences read, CancellationToken cancellationToken) =>
        PreferencesAnswers.Preferences(await read.RunAsync(owner.Contact.Value, cancellationToken), done);

    internal static async Task<IResult> ChooseAsync(
        PreferencesOwner owner, SentForm sent, ChangePreferences choose, ReadPreferences read, CancellationToken cancellationToken)
    {
        var choices = PreferencesForm.Choices(sent.Fields);
        return await choose.RunAsync(owner.Contact, choices, cancellationToken) switch
        {
            ReplaceContactResult.Invalid invalid => PreferencesAnswers.Preferences(
                await read.RunAsync(owner.Contact.Value, cancellationToken), null, choices, errors: invalid.Errors),
            var result => Back(result, "choices"),
        };
    }

    internal static async Task<IResult> CorrectAsync(
        PreferencesOwner owner, SentForm sent, CorrectDetails correct, ReadPreferences read, CancellationToken cancellationToken)
    {
        var details = PreferencesForm.Details(sent.Fields);
        return await correct.RunAsync(owner.Contact, details, cancellationToken) switch
        {
            ReplaceContactResult.Invalid invalid => PreferencesAnswers.Preferences(
                await read.RunAsync(owner.Contact.Value, cancellationToken), null, details: details, errors: invalid.Errors),
            var result => Back(result, "details"),
        };
    }

    internal static async Task<IResult> CloseAsync(
        PreferencesOwner owner,
        HttpContext context,
        OpenPreferences openPreferences,
        PreferencesCookie cookie,
        PreferencesAnswers answers,
        CancellationToken cancellationToken)
    {
        await openPreferences.CloseAsync(cookie.Read(context), cancellationToken);
        cookie.Forget(context);
        return await answers.AskAsync(PreferencesPhrases.LanguageFor(owner.Contact.Value.Languages), "closed", cancellationToken);
    }

    /// <summary>Leads back to the preferences, so that reloading the page sends nothing twice; the page says what was done.</summary>
    internal static IResult Back(string? done) => new SeeOther(done is null ? Home : $"{Home}?done={done}");

    private static IResult Back(ReplaceContactResult result, string done) =>
        Back(result is ReplaceContactResult.Changed ? "changed" : done);
}

/// <summary>303: what was sent has been dealt with, and this page says so (RFC 9110, section 15.4.4).</summary>
internal sealed class SeeOther(string path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = path;
        httpContext.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    }
}

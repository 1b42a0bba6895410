using Distribution.Platform.Addresses;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Security;
using Distribution.Web.Readers.Signups;
using Distribution.Web.Releases.Newsroom;
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
    /// <summary>Where the preferences are, once they are open.</summary>
    public const string Home = "/preferences";

    /// <summary>Of the redirect that follows the opening: a browser that comes by it without the cookie has not kept it.</summary>
    private const string Opened = "opened";

    /// <summary>The actions that the page for the link may name: with the form below, or alone.</summary>
    private static readonly string[] Above = ["closed"], Alone = ["sent", "moved", "erased"];

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
        preferences.MapPost("/stop", StopAsync).WithName("StopSubscriptions");
        preferences.MapPost("/details", CorrectAsync).WithName("CorrectDetails");
        preferences.MapPost("/close", CloseAsync).WithName("ClosePreferences");
        preferences.MapAddressChanges();
        preferences.MapOwnData();
        routes.MapAddressChangeLinks();
    }

    internal static async Task<IResult> AskAsync(
        string language,
        string? done,
        OrganisationStore organisations,
        PreferencesAnswers answers,
        CancellationToken cancellationToken)
    {
        if (!await IsKnownAsync(language, organisations, cancellationToken))
            return new MissingAnswer((await organisations.FindAsync(cancellationToken))?.Value);
        return Alone.Contains(done)
            ? await answers.MessageAsync(language, done!, cancellationToken)
            : await answers.AskAsync(language, Above.Contains(done) ? done : null, cancellationToken);
    }

    internal static async Task<IResult> SendLinkAsync(
        string language,
        HttpContext context,
        SentForm sent,
        RequestPreferencesLink ask,
        OrganisationStore organisations,
        PreferencesAnswers answers,
        CancellationToken cancellationToken)
    {
        if (!await IsKnownAsync(language, organisations, cancellationToken))
            return new MissingAnswer((await organisations.FindAsync(cancellationToken))?.Value);
        var typed = sent.Fields["address"].ToString();
        return await ask.RunAsync(typed, language, ClientNetwork.Get(context), cancellationToken) switch
        {
            RequestPreferencesLinkResult.Invalid invalid => await answers.AskAsync(
                language, null, cancellationToken, invalid.Errors, typed, StatusCodes.Status422UnprocessableEntity),
            RequestPreferencesLinkResult.TooMany tooMany => await TooManyAsync(tooMany.Wait),
            _ => Said(language, "sent"),
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
                PreferencesAnswers.LanguageOf(contact, readers), "open", cancellationToken, MailAddress.Parse(contact.Address)?.Masked)
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
        if (Elsewhere.Sent(context.Request, links)) return await answers.ClosedAsync(readers, "closed", cancellationToken);
        if (await openPreferences.RunAsync(token, cancellationToken) is not { } secret)
            return await answers.InvalidAsync(readers, cancellationToken);
        cookie.Set(context, secret);
        return Back(Opened, readers);
    }

    internal static async Task<IResult> ShowAsync(
        PreferencesOwner owner, string? done, RequestLanguages readers, ReadPreferences read, CancellationToken cancellationToken) =>
        PreferencesAnswers.Preferences(new(await read.RunAsync(owner.Contact.Value, cancellationToken), done), readers);

    internal static async Task<IResult> ChooseAsync(
        PreferencesOwner owner,
        SentForm sent,
        RequestLanguages readers,
        ChangePreferences choose,
        ReadPreferences read,
        CancellationToken cancellationToken)
    {
        var form = sent.Fields;
        var (choices, version) = (PreferencesForm.Choices(form), PreferencesForm.Version(form));
        return await choose.RunAsync(owner.Contact, choices, version, cancellationToken) is var result
            && result is SavePreferencesResult.Saved
                ? Back("choices", readers)
                : await UnsavedAsync(
                    result, owner, readers, read, content => content with { Choices = choices, Version = version }, cancellationToken);
    }

    /// <summary>Ends everything, whatever the page showed: that is what its button says.</summary>
    internal static async Task<IResult> StopAsync(
        PreferencesOwner owner, RequestLanguages readers, StopSubscriptions stop, CancellationToken cancellationToken)
    {
        await stop.RunAsync(owner.Contact.Value.Id, cancellationToken);
        return Back("stopped", readers);
    }

    internal static async Task<IResult> CorrectAsync(
        PreferencesOwner owner,
        SentForm sent,
        RequestLanguages readers,
        CorrectDetails correct,
        ReadPreferences read,
        CancellationToken cancellationToken)
    {
        var form = sent.Fields;
        var (details, version) = (PreferencesForm.Details(form), PreferencesForm.Version(form));
        return await correct.RunAsync(owner.Contact, details, version, cancellationToken) is var result
            && result is SavePreferencesResult.Saved
                ? Back("details", readers)
                : await UnsavedAsync(
                    result, owner, readers, read, content => content with { Details = details, Version = version }, cancellationToken);
    }

    internal static async Task<IResult> CloseAsync(
        PreferencesOwner owner,
        HttpContext context,
        RequestLanguages readers,
        OpenPreferences openPreferences,
        PreferencesCookie cookie,
        CancellationToken cancellationToken)
    {
        await openPreferences.CloseAsync(cookie.Read(context), cancellationToken);
        cookie.Forget(context);
        return Said(PreferencesAnswers.LanguageOf(owner.Contact.Value, readers), "closed");
    }

    /// <summary>Leads back to the open preferences, which say what was done.</summary>
    internal static IResult Back(string done, RequestLanguages readers) =>
        new SeeOther($"{Home}{QueryString.Create("done", done)}{readers.Query.Replace('?', '&')}");

    /// <summary>Leads to the page that everybody may read, which says what was done.</summary>
    internal static IResult Said(string language, string done) => new SeeOther($"/{language}{Home}{QueryString.Create("done", done)}");

    /// <summary>Why a browser has no open preferences.</summary>
    internal static string WhyClosed(HttpRequest request, PreferencesCookie cookie) =>
        request.Query["done"] == Opened && cookie.Read(request.HttpContext) is null ? "cookies" : "closed";

    /// <summary>A form that was made from what is no longer so is answered with how things are now; faults, with what was typed.</summary>
    private static async Task<IResult> UnsavedAsync(
        SavePreferencesResult result,
        PreferencesOwner owner,
        RequestLanguages readers,
        ReadPreferences read,
        Func<PreferencesContent, PreferencesContent> typed,
        CancellationToken cancellationToken)
    {
        PreferencesContent content = new(await read.RunAsync(owner.Contact.Value, cancellationToken));
        return PreferencesAnswers.Preferences(
            result is SavePreferencesResult.Invalid invalid
                ? typed(content) with { Errors = invalid.Errors }
                : content with { IsStale = true },
            readers);
    }

    /// <summary>Pages are there in the languages that they are translated to, and in those that the organisation publishes in.</summary>
    private static async Task<bool> IsKnownAsync(string language, OrganisationStore organisations, CancellationToken cancellationToken) =>
        PreferencesPhrases.Book.Has(language)
        || (await organisations.FindAsync(cancellationToken))?.Value.Languages.Contains(language) == true;
}

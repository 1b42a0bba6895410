using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Readers.Preferences;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Readers.Signups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Readers.Preferences;

/// <summary>
/// The desk, where journalists manage what they get and what is known of them. There is no password: a link that works once is sent to the
/// address. Reading the link changes nothing; its page's button opens the desk for an hour.
/// </summary>
internal static class DeskEndpoints
{
    private const string Home = "/desk";

    public static void MapDesk(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/{language:language}/desk", AskAsync).WithName("AskForDeskPage").AllowAnonymous();
        routes.MapPost("/{language:language}/desk", SendLinkAsync).WithName("AskForDesk").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        routes.MapPage("/desk/open/{token}", ShowLinkAsync).WithName("OpenDeskPage").AllowAnonymous();
        routes.MapPost("/desk/open/{token}", OpenAsync).WithName("OpenDesk").AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        var desk = routes.MapGroup(Home).AddEndpointFilter<DeskDoor>().AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();
        desk.MapPage("", ShowAsync).WithName("Desk");
        desk.MapPost("/choices", ChooseAsync).WithName("ChooseAtDesk");
        desk.MapPost("/details", CorrectAsync).WithName("CorrectDetails");
        desk.MapPost("/close", CloseAsync).WithName("CloseDesk");
        desk.MapMoves();
        desk.MapOwnData();
        routes.MapMoveLinks();
    }

    internal static Task<IResult> AskAsync(string language, DeskAnswers answers, CancellationToken cancellationToken) =>
        answers.AskAsync(language, message: null, cancellationToken);

    internal static async Task<IResult> SendLinkAsync(string language, HttpContext context, AskForDesk ask, DeskAnswers answers, CancellationToken cancellationToken)
    {
        var form = await context.Request.ReadFormAsync(cancellationToken);
        return await ask.RunAsync(form["address"].ToString(), language, ClientNetwork.Of(context), cancellationToken) switch
        {
            AskForDeskResult.Invalid invalid => await answers.AskAsync(language, null, cancellationToken, invalid.Errors, StatusCodes.Status422UnprocessableEntity),
            AskForDeskResult.TooMany tooMany => await TooManyAsync(tooMany.Wait),
            _ => await answers.MessageAsync(language, "sent", cancellationToken),
        };

        Task<IResult> TooManyAsync(TimeSpan wait)
        {
            RetryAfter.Set(context.Response, wait);
            return answers.MessageAsync(language, "too_many", cancellationToken, StatusCodes.Status429TooManyRequests);
        }
    }

    internal static async Task<IResult> ShowLinkAsync(string token, OpenDesk desk, DeskAnswers answers, ReaderLanguages readers, CancellationToken cancellationToken) =>
        await desk.FindAsync(token, cancellationToken) is { } contact
            ? await answers.QuestionAsync(DeskPhrases.LanguageFor(contact.Languages), "open", cancellationToken, MailAddress.Parse(contact.Address)?.Masked)
            : await answers.InvalidAsync(readers, cancellationToken);

    internal static async Task<IResult> OpenAsync(string token, HttpContext context, OpenDesk desk, DeskCookie cookie, DeskAnswers answers, ReaderLanguages readers, CancellationToken cancellationToken)
    {
        if (await desk.RunAsync(token, cancellationToken) is not { } secret) return await answers.InvalidAsync(readers, cancellationToken);
        cookie.Set(context, secret);
        return Back(done: null);
    }

    internal static async Task<IResult> ShowAsync(DeskOwner owner, string? done, ReadDesk read, CancellationToken cancellationToken) =>
        DeskAnswers.Desk(await read.RunAsync(owner.Contact.Value, cancellationToken), done);

    internal static async Task<IResult> ChooseAsync(DeskOwner owner, HttpRequest request, ChooseAtDesk choose, ReadDesk read, CancellationToken cancellationToken)
    {
        var choices = DeskForm.Choices(await request.ReadFormAsync(cancellationToken));
        return await choose.RunAsync(owner.Contact, choices, cancellationToken) switch
        {
            ReplaceContactResult.Invalid invalid => DeskAnswers.Desk(await read.RunAsync(owner.Contact.Value, cancellationToken), null, choices, errors: invalid.Errors),
            var result => Back(result, "choices"),
        };
    }

    internal static async Task<IResult> CorrectAsync(DeskOwner owner, HttpRequest request, CorrectDetails correct, ReadDesk read, CancellationToken cancellationToken)
    {
        var details = DeskForm.Details(await request.ReadFormAsync(cancellationToken));
        return await correct.RunAsync(owner.Contact, details, cancellationToken) switch
        {
            ReplaceContactResult.Invalid invalid => DeskAnswers.Desk(await read.RunAsync(owner.Contact.Value, cancellationToken), null, details: details, errors: invalid.Errors),
            var result => Back(result, "details"),
        };
    }

    internal static async Task<IResult> CloseAsync(DeskOwner owner, HttpContext context, OpenDesk desk, DeskCookie cookie, DeskAnswers answers, CancellationToken cancellationToken)
    {
        await desk.CloseAsync(cookie.Read(context), cancellationToken);
        cookie.Forget(context);
        return await answers.AskAsync(DeskPhrases.LanguageFor(owner.Contact.Value.Languages), "closed", cancellationToken);
    }

    /// <summary>Back to the desk, so that nothing is sent twice when the page is loaded anew; it says what was done.</summary>
    internal static IResult Back(string? done) => new SeeOther(done is null ? Home : $"{Home}?done={done}");

    private static IResult Back(ReplaceContactResult result, string done) => Back(result is ReplaceContactResult.Changed ? "changed" : done);
}

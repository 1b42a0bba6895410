using Distribution.Audiences.Subscriptions;
using Distribution.Platform.Validation;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;
using Distribution.Readers.Signups;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Releases.Newsroom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Readers.Signups;

/// <summary>
/// Journalists subscribe by themselves. The form needs no script, no cookie and no antiforgery token: all it does is send a mail to the
/// address in it, as often as the limits let. Reading a confirmation link changes nothing, for scanners open every link; the page's button
/// does.
/// </summary>
internal static class SignupEndpoints
{
    /// <summary>A field that people do not see and programs fill in.</summary>
    public const string Trap = "website";

    private const string Sent = "sent";

    private static readonly SignupChoices Nothing = new([], TopicBook.Empty);

    public static void MapSignups(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/{language:language}/subscribe", ShowAsync).WithName("SubscribePage").AllowAnonymous();
        routes.MapPost("/{language:language}/subscribe", AskAsync).WithName("Subscribe").AllowAnonymous().ExcludeFromDescription()
            .DisableAntiforgery().CountsRefusals();
        routes.MapPage("/subscribe/confirm/{token}", ShowLinkAsync).WithName("ConfirmPage").AllowAnonymous();
        routes.MapPost("/subscribe/confirm/{token}", ConfirmAsync).WithName("Confirm").AllowAnonymous().ExcludeFromDescription()
            .DisableAntiforgery();
        routes.MapPost("/api/signups", Post).WithName("StartSignup").WithTags("Signups").AllowAnonymous().CountsRefusals();
    }

    internal static async Task<IResult> ShowAsync(
        string language,
        string[]? list,
        string? done,
        FormTime time,
        OrganisationStore organisations,
        ReadSignupChoices readSignupChoices,
        CancellationToken cancellationToken)
    {
        if (await ReadAsync(language, organisations, readSignupChoices, cancellationToken) is not { } around)
            return new MissingAnswer((await organisations.FindAsync(cancellationToken))?.Value);
        if (done == Sent) return Message(around, Sent);
        return Form(around, new() { Lists = list ?? [], Languages = [language] }, time);
    }

    internal static async Task<IResult> AskAsync(
        string language,
        HttpContext context,
        SentForm sent,
        FormTime time,
        StartSignup start,
        OrganisationStore organisations,
        ReadSignupChoices readSignupChoices,
        CancellationToken cancellationToken)
    {
        var form = sent.Fields;
        if (await ReadAsync(language, organisations, readSignupChoices, cancellationToken) is not { } around)
            return new MissingAnswer((await organisations.FindAsync(cancellationToken))?.Value);
        // A program gets the same answer as anybody, and nothing is sent.
        if (form[Trap].Count > 0 && form[Trap].ToString().Length > 0) return SentTo(around);
        if (time.IsProgram(form["shown"])) return SentTo(around);
        var input = Read(form, around.Language);
        if (time.IsOld(form["shown"])) return Form(around, input, time, isOld: true);
        return await start.RunAsync(
            input, ClientNetwork.Get(context), isOurPage: form["shown"].ToString().Length > 0, cancellationToken) switch
        {
            StartSignupResult.Invalid invalid => Form(around, input, time, invalid.Errors, StatusCodes.Status422UnprocessableEntity),
            StartSignupResult.TooMany tooMany => TooMany(context.Response, around, tooMany.Wait),
            _ => SentTo(around),
        };
    }

    internal static async Task<IResult> ShowLinkAsync(
        string token,
        ReadSignupLink read,
        RequestLanguages readers,
        OrganisationStore organisations,
        CancellationToken cancellationToken) =>
        await LinkAsync(await read.RunAsync(token, cancellationToken), readers, organisations, cancellationToken);

    internal static async Task<IResult> ConfirmAsync(
        string token,
        ConfirmSignup confirm,
        RequestLanguages readers,
        OrganisationStore organisations,
        CancellationToken cancellationToken) =>
        await confirm.RunAsync(token, cancellationToken) switch
        {
            // The link's own page says how things stand, now and whenever it is opened.
            SignupLink.Used => new SeeOther($"/subscribe/confirm/{Uri.EscapeDataString(token)}{readers.Query}"),
            var link => await LinkAsync(link, readers, organisations, cancellationToken),
        };

    /// <summary>Asks for a confirmation to be sent to an address. The answer is the same whether or not the address is known.</summary>
    internal static async Task<Results<Accepted, TooManyProblem, InvalidProblem>> Post(
        SignupInput request, HttpContext context, StartSignup start, CancellationToken cancellationToken) =>
        await start.RunAsync(request, ClientNetwork.Get(context), isOurPage: false, cancellationToken) switch
        {
            StartSignupResult.Invalid invalid => new InvalidProblem(invalid.Errors),
            StartSignupResult.TooMany tooMany => new TooManyProblem(tooMany.Wait),
            _ => TypedResults.Accepted((string?)null),
        };

    private static SignupInput Read(IFormCollection form, string language) => new()
    {
        Address = form["address"].ToString(),
        Name = form["name"],
        Outlet = form["outlet"],
        Languages = [.. form["languages"].OfType<string>()],
        Topics = [.. form["topics"].OfType<string>().Where(topic => topic.Length > 0)],
        Countries = [.. form["countries"].OfType<string>().Where(code => code.Length > 0)],
        Lists = [.. form["lists"].OfType<string>()],
        Frequency = form["frequency"] == "daily" ? Frequency.Daily : Frequency.Immediate,
        Language = language,
    };

    /// <returns>Null where there are no pages in the language: neither translated nor one that the organisation publishes in.</returns>
    private static async Task<Surroundings?> ReadAsync(
        string language,
        OrganisationStore organisations,
        ReadSignupChoices readSignupChoices,
        CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        var published = organisation?.Languages ?? [];
        if (!SignupPhrases.Book.Has(language) && !published.Contains(language)) return null;
        return new(
            SignupPhrases.LanguageFor(published.Prepend(language)),
            organisation,
            await readSignupChoices.RunAsync(cancellationToken));
    }

    private static async Task<IResult> LinkAsync(
        SignupLink link, RequestLanguages readers, OrganisationStore organisations, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        return link switch
        {
            SignupLink.Open open => ConfirmPage(In(open.Signup), new() { [nameof(Signups.ConfirmPage.Open)] = open }),
            SignupLink.Used used => ConfirmPage(In(used.Signup), new() { [nameof(Signups.ConfirmPage.Used)] = used }),
            SignupLink.Closed closed => Message(In(closed.Signup), "closed", StatusCodes.Status410Gone),
            _ => Message(
                new(SignupPhrases.LanguageFor(readers.OfStranger(organisation?.Languages ?? [])), organisation, Nothing),
                "invalid",
                StatusCodes.Status404NotFound),
        };

        Surroundings In(Signup signup) => new(SignupPhrases.LanguageFor(readers.Before([signup.PageLanguage])), organisation, Nothing);
    }

    private static PublicPage<ConfirmPage> ConfirmPage(Surroundings around, Dictionary<string, object?> parameters) =>
        Page<ConfirmPage>(around, StatusCodes.Status200OK, parameters);

    private static SeeOther SentTo(Surroundings around) => new($"/{around.Language}/subscribe{QueryString.Create("done", Sent)}");

    private static PublicPage<SignupMessage> TooMany(HttpResponse response, Surroundings around, TimeSpan wait)
    {
        RetryAfter.Set(response, wait);
        return Message(around, "too_many", StatusCodes.Status429TooManyRequests);
    }

    private static PublicPage<SubscribePage> Form(
        Surroundings around,
        SignupInput input,
        FormTime time,
        FieldErrors? errors = null,
        int status = StatusCodes.Status200OK,
        bool isOld = false) =>
        Page<SubscribePage>(around, status, new()
        {
            [nameof(SubscribePage.Lists)] = around.Choices.Lists,
            [nameof(SubscribePage.Topics)] = around.Choices.Topics,
            [nameof(SubscribePage.Input)] = input,
            [nameof(SubscribePage.Errors)] = errors?.ToDictionary() ?? new Dictionary<string, string[]>(),
            [nameof(SubscribePage.IsOld)] = isOld,
            [nameof(SubscribePage.Shown)] = isOld || errors is not null ? time.Filled() : time.Now(),
        });

    private static PublicPage<SignupMessage> Message(Surroundings around, string phrase, int status = StatusCodes.Status200OK) =>
        Page<SignupMessage>(around, status, new() { [nameof(SignupMessage.Phrase)] = phrase });

    private static PublicPage<TPage> Page<TPage>(Surroundings around, int status, Dictionary<string, object?> parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent
    {
        parameters["Language"] = around.Language;
        parameters["Organisation"] = around.Organisation;
        return new(parameters) { StatusCode = status, CacheControl = CachedContent.Never };
    }

    private sealed record Surroundings(string Language, Organisation? Organisation, SignupChoices Choices);
}

using Distribution.Publisher.Organisations;
using Distribution.Web.Console.SignIn.OpenId;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Console.SignIn;

/// <summary>The pages by which users sign in, in a language of the browser, else of the organisation.</summary>
internal sealed class SignInAnswers(OrganisationStore organisations, IOptions<OpenIdOptions> openId)
{
    public static string LanguageFor(RequestLanguages readers, Organisation? organisation) =>
        ConsoleSignInPhrases.Book.FirstOf(readers.OfStranger(organisation?.Languages ?? []));

    public Task<IResult> AskAsync(
        HttpContext context, AskContent content, CancellationToken cancellationToken, int status = StatusCodes.Status200OK) =>
        PageAsync<SignInPage>(
            context,
            new()
            {
                [nameof(SignInPage.Content)] = content,
                [nameof(SignInPage.Provider)] = openId.Value.Authority is null ? null : openId.Value.Name,
            },
            status,
            cancellationToken);

    /// <param name="triesLeft">How many codes may still be tried; null when none was yet.</param>
    public Task<IResult> CodeAsync(HttpContext context, string request, int? triesLeft, CancellationToken cancellationToken) =>
        PageAsync<CodePage>(
            context,
            new() { [nameof(CodePage.Request)] = request, [nameof(CodePage.TriesLeft)] = triesLeft },
            triesLeft is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
            cancellationToken);

    public Task<IResult> LinkAsync(HttpContext context, CancellationToken cancellationToken) =>
        PageAsync<LinkPage>(context, [], StatusCodes.Status200OK, cancellationToken);

    private async Task<IResult> PageAsync<TPage>(
        HttpContext context, Dictionary<string, object?> parameters, int status, CancellationToken cancellationToken)
        where TPage : IComponent
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        parameters["Organisation"] = organisation;
        parameters["Language"] = LanguageFor(RequestLanguages.From(context.Request), organisation);
        return new PublicPage<TPage>(parameters) { StatusCode = status, CacheControl = CachedContent.Never };
    }
}

/// <summary>The state of the form for the address.</summary>
public sealed record AskContent
{
    public string? Typed { get; init; }

    /// <summary>Where signing in leads.</summary>
    public required string Return { get; init; }

    /// <summary>A key of the phrases.</summary>
    public string? Message { get; init; }

    public IDictionary<string, string[]>? Errors { get; init; }
}

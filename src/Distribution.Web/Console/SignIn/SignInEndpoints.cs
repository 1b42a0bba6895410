using Distribution.Operations.SignIn;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Sessions;
using Distribution.Web.Console.Shell;
using Distribution.Web.Console.SignIn.OpenId;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Sessions;
using Distribution.Web.Readers.Signups;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Console.SignIn;

/// <summary>Signing in by a code or a link that is sent to one's address. Nothing that only shows a page uses them up.</summary>
internal static class SignInEndpoints
{
    public const string Address = "/console/sign-in";

    /// <summary>Messages of the first page, which others lead to.</summary>
    public const string OpenIdFailed = "openid_failed", OpenIdUnknown = "openid_unknown", OpenIdUnverified = "openid_unverified";

    private static readonly string[] Messages = [OpenIdFailed, OpenIdUnknown, OpenIdUnverified];

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var console = routes.MapConsole();
        console.MapPage("/sign-in", AskAsync).WithName("SignInPage").AllowAnonymous();
        console.MapPost("/sign-in", SendAsync).WithName("RequestSignIn").AllowAnonymous().CountsRefusals();
        console.MapPage("/sign-in/openid", AskProvider).WithName("SignInByAccount").AllowAnonymous();
        console.MapPage("/sign-in/{request}", ShowCodeAsync).WithName("SignInCodePage").AllowAnonymous();
        console.MapPost("/sign-in/{request}", EnterCodeAsync).WithName("SignInByCode").AllowAnonymous();
        console.MapPage("/sign-in/{request}/{token}", ShowLinkAsync).WithName("SignInLinkPage").AllowAnonymous();
        console.MapPost("/sign-in/{request}/{token}", FollowLinkAsync).WithName("SignInByLink").AllowAnonymous();
        console.MapPost("/sign-out", SignOutAsync).WithName("SignOut").AllowAnonymous();
    }

    internal static async Task<IResult> AskAsync(
        HttpContext context, string? message, SignInAnswers answers, CancellationToken cancellationToken) =>
        await answers.AskAsync(
            context, new() { Return = Return(context.Request), Message = Messages.Contains(message) ? message : null }, cancellationToken);

    /// <summary>Leads to the provider of accounts, where one is set.</summary>
    internal static IResult AskProvider(HttpContext context, IOptions<OpenIdOptions> openId) => openId.Value.Authority is null
        ? new SeeOther(Address)
        : TypedResults.Challenge(new() { RedirectUri = Return(context.Request) }, [OpenIdSignIn.SchemeName]);

    internal static async Task<IResult> SendAsync(
        HttpContext context,
        SentForm sent,
        RequestLanguages readers,
        RequestSignIn request,
        OrganisationStore organisations,
        SignInAnswers answers,
        CancellationToken cancellationToken)
    {
        var (typed, back) = (sent.Fields["address"].ToString(), Return(context.Request));
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        var language = SignInAnswers.LanguageFor(readers, organisation);
        var result = await request.RunAsync(typed, language, ClientNetwork.Get(context), cancellationToken);
        switch (result)
        {
            case RequestSignInResult.Taken taken:
                return new SeeOther($"{Address}/{taken.Request}{readers.Query}{Query(back, readers.Query.Length > 0)}");
            case RequestSignInResult.Invalid invalid:
                return await answers.AskAsync(
                    context,
                    new() { Typed = typed, Return = back, Errors = invalid.Errors.ToDictionary() },
                    cancellationToken,
                    StatusCodes.Status422UnprocessableEntity);
            default:
                RetryAfter.Set(context.Response, ((RequestSignInResult.TooMany)result).Wait);
                return await answers.AskAsync(
                    context,
                    new() { Typed = typed, Return = back, Message = "too_many" },
                    cancellationToken,
                    StatusCodes.Status429TooManyRequests);
        }
    }

    internal static async Task<IResult> ShowCodeAsync(
        string request, HttpContext context, CompleteSignIn complete, SignInAnswers answers, CancellationToken cancellationToken) =>
        await complete.IsOpenAsync(request, cancellationToken)
            ? await answers.CodeAsync(context, request, null, cancellationToken)
            : await OverAsync(context, answers, cancellationToken);

    internal static async Task<IResult> EnterCodeAsync(
        string request,
        HttpContext context,
        SentForm sent,
        CompleteSignIn complete,
        SessionCookie cookie,
        SignInAnswers answers,
        CancellationToken cancellationToken) =>
        await complete.RunAsync(request, sent.Fields["code"].ToString(), Device(context), cancellationToken) switch
        {
            CompleteSignInResult.SignedIn signedIn => Enter(context, cookie, signedIn),
            CompleteSignInResult.Wrong wrong => await answers.CodeAsync(context, request, wrong.TriesLeft, cancellationToken),
            _ => await OverAsync(context, answers, cancellationToken),
        };

    /// <summary>One button: a program that opens every link of a mail signs nobody in.</summary>
    internal static async Task<IResult> ShowLinkAsync(
        string request, string token, HttpContext context, CompleteSignIn complete, SignInAnswers answers,
        CancellationToken cancellationToken) =>
        await complete.IsOpenAsync(request, cancellationToken)
            ? await answers.LinkAsync(context, cancellationToken)
            : await OverAsync(context, answers, cancellationToken);

    internal static async Task<IResult> FollowLinkAsync(
        string request, string token, HttpContext context, CompleteSignIn complete, SessionCookie cookie, SignInAnswers answers,
        CancellationToken cancellationToken) =>
        await complete.RunAsync(request, token, Device(context), cancellationToken) is CompleteSignInResult.SignedIn signedIn
            ? Enter(context, cookie, signedIn)
            : await OverAsync(context, answers, cancellationToken);

    internal static async Task<IResult> SignOutAsync(
        HttpContext context, SessionCookie cookie, SessionStore sessions, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(cookie.Read(context), cancellationToken) is { } session)
            await sessions.EndAsync(session.User, session.Id, cancellationToken);
        cookie.Forget(context);
        return new SeeOther(Address);
    }

    internal static string Query(string back, bool isMore = false) =>
        back == ConsoleRoutes.Home ? "" : QueryString.Create("return", back).Value!.Replace('?', isMore ? '&' : '?');

    internal static string Return(HttpRequest request) => ConsoleRoutes.Inside(request.Query["return"]);

    private static SeeOther Enter(HttpContext context, SessionCookie cookie, CompleteSignInResult.SignedIn signedIn)
    {
        cookie.Set(context, signedIn.Secret);
        return new SeeOther(Return(context.Request));
    }

    private static Task<IResult> OverAsync(HttpContext context, SignInAnswers answers, CancellationToken cancellationToken) =>
        answers.AskAsync(
            context, new() { Message = "over", Return = Return(context.Request) }, cancellationToken, StatusCodes.Status404NotFound);

    private static string Device(HttpContext context) => context.Request.Headers[HeaderNames.UserAgent].ToString();
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Distribution.Platform.Audit;
using Distribution.Publisher.Sessions;
using Distribution.Web.Console.Shell;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Publisher.Sessions;

/// <summary>The users of the console by their cookie. The API knows keys alone, so that no page of another site can call it.</summary>
internal sealed class SessionAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logger,
    UrlEncoder encoder,
    SessionCookie cookie,
    IdentifySession identify)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Session";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (await identify.RunAsync(cookie.Read(Context), Context.RequestAborted) is not { } signedIn) return AuthenticateResult.NoResult();
        Context.Features.Set(signedIn);
        Context.Features.Set(signedIn.Caller);
        Context.Features.Set(new Actor(signedIn.User.Id, null));
        ClaimsIdentity identity = new([new Claim(ClaimTypes.NameIdentifier, signedIn.User.Id)], SchemeName);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), SchemeName));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties) => SignedOutAnswer.ExecuteAsync(Context);

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        ForbiddenAnswer.ForRoute(Context).ExecuteAsync(Context);
}

using System.Security.Claims;
using System.Text.Encodings.Web;
using Distribution.Platform.Audit;
using Distribution.Publisher.Users;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Publisher.Users;

/// <summary>API keys as bearer tokens (RFC 6750).</summary>
internal sealed class ApiKeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, IdentifyCaller identify)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Bearer";

    private const string Prefix = SchemeName + " ";

    private const string Realm = SchemeName + " realm=\"distribution\"";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();
        var caller = await identify.RunAsync(header[Prefix.Length..].Trim(), Context.RequestAborted);
        if (caller is null) return AuthenticateResult.Fail("The API key is not valid.");
        Context.Features.Set(caller);
        Context.Features.Set(new Actor(caller.User, caller.Key));
        return AuthenticateResult.Success(new AuthenticationTicket(Principal(caller), SchemeName));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var wrong = (await HandleAuthenticateOnceSafeAsync()).Failure is not null;
        Response.Headers.WWWAuthenticate = wrong ? $"{Realm}, error=\"invalid_token\"" : Realm;
        await new Problem(ProblemTypes.Unauthorized).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties) =>
        (Context.GetEndpoint()?.Metadata.GetMetadata<RoleRequirement>() switch
        {
            { Where: Where.Organisation, Role: var role } => MissingRole.At(office: null, role),
            { Role: var role } => MissingRole.Anywhere(role),
            null => new Problem(ProblemTypes.Forbidden),
        }).ExecuteAsync(Context);

    private static ClaimsPrincipal Principal(Caller caller) =>
        new(new ClaimsIdentity([new Claim(ClaimTypes.NameIdentifier, caller.User)], SchemeName));
}

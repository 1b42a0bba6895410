using Distribution.Operations.SignIn;
using Distribution.Platform.Storage;
using Distribution.Web.Publisher.Sessions;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Console.SignIn.OpenId;

/// <summary>Signing in with an account of the organisation: the code flow with PKCE (RFC 7636), where a provider is set.</summary>
internal static partial class OpenIdSignIn
{
    public const string SchemeName = "OpenId";

    public const string Address = $"{SignInEndpoints.Address}/openid";

    private const string Verified = "email_verified";

    public static void AddOpenId(this IServiceCollection services, AuthenticationBuilder authentication, IConfiguration configuration)
    {
        var section = configuration.GetSection(OpenIdOptions.Section);
        services.AddOptions<OpenIdOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<OpenIdOptions>, OpenIdOptionsValidator>();
        if (string.IsNullOrWhiteSpace(section[nameof(OpenIdOptions.Authority)])) return;
        services.AddDataProtection().SetApplicationName("Distribution");
        services.AddOptions<KeyManagementOptions>().Configure<Blobs>((keys, blobs) => keys.XmlRepository = new BlobKeys(blobs));
        authentication.AddOpenIdConnect(SchemeName, _ => { });
        services.AddOptions<OpenIdConnectOptions>(SchemeName)
            .Configure<IOptions<OpenIdOptions>>((connect, set) => Configure(connect, set.Value));
    }

    private static void Configure(OpenIdConnectOptions connect, OpenIdOptions set)
    {
        (connect.Authority, connect.ClientId, connect.ClientSecret) = (set.Authority, set.ClientId, set.ClientSecret);
        connect.RequireHttpsMetadata = !new Uri(set.Authority!).IsLoopback;
        connect.ResponseType = OpenIdConnectResponseType.Code;
        // By the address and not by a form: the cookies of this request need go with no form of another site.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.CorrelationCookie.SameSite = connect.NonceCookie.SameSite = Microsoft.AspNetCore.Http.SameSiteMode.Lax;
        connect.CorrelationCookie.SecurePolicy = connect.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        connect.CallbackPath = $"{Address}/callback";
        connect.SignInScheme = SessionAuthentication.SchemeName;
        connect.Scope.Clear();
        foreach (var scope in new[] { "openid", "email", "profile" }) connect.Scope.Add(scope);
        connect.MapInboundClaims = false;
        connect.GetClaimsFromUserInfoEndpoint = true;
        connect.ClaimActions.MapJsonKey(Verified, Verified);
        connect.Events.OnTicketReceived = context => EnterAsync(context, set);
        connect.Events.OnRemoteFailure = context =>
        {
            var logger = context.HttpContext.RequestServices.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(OpenIdSignIn));
            LogFailure(logger, context.Failure);
            context.Response.Redirect($"{SignInEndpoints.Address}?message={SignInEndpoints.OpenIdFailed}");
            context.HandleResponse();
            return Task.CompletedTask;
        };
    }

    private static async Task EnterAsync(TicketReceivedContext context, OpenIdOptions set)
    {
        var (services, account) = (context.HttpContext.RequestServices, context.Principal!);
        var isVerified = set.TrustsAddresses || bool.TryParse(account.FindFirst(Verified)?.Value, out var verified) && verified;
        var secret = isVerified && account.FindFirst("email")?.Value is { } address
            ? await services.GetRequiredService<SignInByAccount>().RunAsync(
                address,
                account.FindFirst("name")?.Value,
                set.CreatesUsers,
                context.Request.Headers[HeaderNames.UserAgent].ToString(),
                context.HttpContext.RequestAborted)
            : null;
        if (secret is not null) services.GetRequiredService<SessionCookie>().Set(context.HttpContext, secret);
        context.Response.Redirect(secret is null
            ? $"{SignInEndpoints.Address}?message={(isVerified ? SignInEndpoints.OpenIdUnknown : SignInEndpoints.OpenIdUnverified)}"
            : Shell.ConsoleRoutes.Inside(context.ReturnUri));
        context.HandleResponse();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Signing in with an account has failed.")]
    private static partial void LogFailure(ILogger logger, Exception? failure);
}

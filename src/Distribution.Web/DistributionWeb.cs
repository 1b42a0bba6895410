using Distribution.Web.Console.Audience;
using Distribution.Web.Console.Dispatches;
using Distribution.Web.Console.Preview;
using Distribution.Web.Console.Send;
using Distribution.Web.Console.Setup;
using Distribution.Web.Console.Shell;
using Distribution.Web.Console.SignIn;
using Distribution.Web.Console.SignIn.OpenId;
using Distribution.Web.Console.Today;
using Distribution.Web.Platform.Description;
using Distribution.Web.Platform.Hosting;
using Distribution.Web.Platform.Idempotency;
using Distribution.Web.Platform.Json;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Problems;
using Distribution.Web.Platform.Resources;
using Distribution.Web.Platform.Security;
using Distribution.Web.Platform.Telemetry;
using Distribution.Web.Publisher.Sessions;
using Distribution.Web.Publisher.Users;
using Distribution.Web.Readers.Preferences;
using Distribution.Web.Readers.Signups;
using Distribution.Web.Readers.Unsubscribe;
using Distribution.Web.Releases.Drafts;
using Distribution.Web.Releases.Intake;
using Distribution.Web.Releases.Newsroom;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Web;

/// <summary>All HTTP of the program, for whichever head serves it.</summary>
public static class DistributionWeb
{
    private const string EitherScheme = "Either";

    public static IServiceCollection AddDistributionWeb(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebOptions>().Bind(configuration.GetSection(WebOptions.Section)).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebOptions>, WebOptionsValidator>();
        services.ConfigureHttpJsonOptions(json =>
        {
            ApiJson.Configure(json.SerializerOptions);
            ReleaseReplacement.Configure(json.SerializerOptions);
        });
        services.Configure<RouteHandlerOptions>(handlers => handlers.ThrowOnBadRequest = true);
        services.AddRouting(routing => routing.SetParameterPolicy<IdConstraint>(IdConstraint.Name));
        var authentication = services.AddAuthentication(EitherScheme)
            .AddPolicyScheme(EitherScheme, null, either => either.ForwardDefaultSelector = SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, ApiKeyAuthentication>(ApiKeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, SessionAuthentication>(SessionAuthentication.SchemeName, null);
        services.AddOpenId(authentication, configuration);
        services.AddAuthorization(Permissions.DenyByDefault).AddSingleton<IAuthorizationHandler, RoleHandler>();
        services.AddSingleton(Audited.Things);
        services.Configure<KestrelServerOptions>(kestrel => kestrel.AddServerHeader = false);
        services.AddDescription();
        services.AddTelemetry(configuration);
        services.AddNewsroomPages();
        services.AddSingleton<ContentTimes>().AddSingleton<FormTime>().AddSingleton<PreferencesCookie>().AddSingleton<PreferencesAnswers>()
            .AddSingleton<ReadUnsubscribePage>()
            .AddSingleton<SessionCookie>().AddSingleton<SignInAnswers>().AddSingleton<ReadToday>()
            .AddSingleton<ReadSetup>().AddSingleton<ReadSendReview>().AddSingleton<SendAnswers>().AddSingleton<ReadDispatchContent>()
            .AddSingleton<ReadPreviewPage>().AddSingleton<ReadAudiencePage>().AddSingleton<AnswerWhy>();
        return services;
    }

    public static IApplicationBuilder UseDistribution(this IApplicationBuilder app)
    {
        app.UseProxies();
        app.UseHostNames();
        app.UseSecurityHeaders();
        app.UseExceptionHandler(ExceptionProblems.Options);
        app.UseStatusAnswers();
        app.UseHeadOfReads();
        app.UseRouting();
        app.UseBodyLimit();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseKnownQuery();
        app.UseMarkdownBodies();
        CountedRefusals.Use(app);
        app.UseMiddleware<IdempotencyMiddleware>();
        app.UseEndpoints(routes => RouteTable.Add(routes, Routes.Map));
        return app;
    }

    /// <summary>Pages of the console know sessions, and everything else knows keys.</summary>
    private static string SchemeFor(HttpContext context) => context.Request.Path.StartsWithSegments(ConsoleRoutes.Home)
        ? SessionAuthentication.SchemeName
        : ApiKeyAuthentication.SchemeName;
}

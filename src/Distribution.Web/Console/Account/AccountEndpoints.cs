using Distribution.Platform.Storage;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;
using Distribution.Web.Console.Shell;
using Distribution.Web.Console.SignIn;
using Distribution.Web.Platform.Audit;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Sessions;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Account;

/// <summary>A user's own page: their language, their roles, and where they are signed in.</summary>
internal static class AccountEndpoints
{
    public const string Address = "/console/account";

    public static void MapAccount(this IEndpointRouteBuilder routes)
    {
        var console = routes.MapConsole();
        console.MapPage("/account", ShowAsync).WithName("AccountPage").RequireRole(Role.Viewer);
        console.MapPost("/account/language", ChooseLanguageAsync).WithName("ChooseConsoleLanguage").RequireRole(Role.Viewer);
        console.MapPost("/account/sessions/{session}/end", EndAsync).WithName("EndSession").RequireRole(Role.Viewer);
        console.MapPost("/account/sessions/end", EndAllAsync).WithName("EndSessions").RequireRole(Role.Viewer);
    }

    internal static async Task<IResult> ShowAsync(ConsoleVisit visit, SessionStore sessions, CancellationToken cancellationToken) =>
        ConsolePage.Show<AccountPage>(visit, new Dictionary<string, object?>
        {
            [nameof(AccountPage.Sessions)] = await sessions.OfUserAsync(visit.User.Id, cancellationToken),
        });

    internal static async Task<IResult> ChooseLanguageAsync(
        ConsoleVisit visit, SentForm sent, UserStore users, AuditTrail trail, CancellationToken cancellationToken)
    {
        var language = sent.Fields["language"].ToString();
        if (ShellPhrases.Book.Has(language) && await users.FindAsync(visit.User.Id, cancellationToken) is { } found)
        {
            var changed = found.Value with { Language = language };
            if (await users.ReplaceAsync(found, changed, cancellationToken) is WriteResult.Done)
                await trail.ReplacedAsync(changed.Id, found.Value, changed);
        }

        return ConsoleRoutes.To($"{Address}?done=language");
    }

    internal static async Task<IResult> EndAsync(
        string session, ConsoleVisit visit, SessionStore sessions, CancellationToken cancellationToken)
    {
        await sessions.EndAsync(visit.User.Id, session, cancellationToken);
        return ConsoleRoutes.To(session == visit.Session.Id ? SignInEndpoints.Address : $"{Address}?done=ended");
    }

    internal static async Task<IResult> EndAllAsync(
        HttpContext context, ConsoleVisit visit, SessionStore sessions, SessionCookie cookie, CancellationToken cancellationToken)
    {
        await sessions.EndAllAsync(visit.User.Id, cancellationToken);
        cookie.Forget(context);
        return ConsoleRoutes.To(SignInEndpoints.Address);
    }
}

using Distribution.Publisher.Organisations;
using Distribution.Web.Console.SignIn;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Console.Shell;

/// <summary>
/// The answer to a browser without a session. A page leads to signing in and back; a part of a page is 401 with a notice beside the text
/// that is being written, never another page in its place; a form is 401 with everything that was typed, to be sent once more.
/// </summary>
internal static class SignedOutAnswer
{
    public static async Task ExecuteAsync(HttpContext context)
    {
        var request = context.Request;
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        {
            if (!ConsoleRoutes.IsFragment(request))
            {
                var query = QueryString.Create("return", $"{request.Path}{request.QueryString}");
                await new SeeOther($"{SignInEndpoints.Address}{query}").ExecuteAsync(context);
                return;
            }
        }

        var organisation = await context.RequestServices.GetRequiredService<OrganisationStore>().FindAsync(context.RequestAborted);
        var language = ShellPhrases.Book.FirstOf(RequestLanguages.From(request).OfStranger(organisation?.Value.Languages ?? []));
        var form = request.HasFormContentType ? await SentForm.ReadAsync(request, context.RequestAborted) : FormCollection.Empty;
        IResult answer = ConsoleRoutes.IsFragment(request)
            ? Page<SessionEndedNotice>(new() { [nameof(SessionEndedNotice.Language)] = language })
            : Page<SessionEndedPage>(new()
            {
                [nameof(SessionEndedPage.Language)] = language,
                [nameof(SessionEndedPage.Organisation)] = organisation?.Value,
                [nameof(SessionEndedPage.Address)] = $"{request.Path}{request.QueryString}",
                [nameof(SessionEndedPage.Fields)] = FieldsOf(form),
                [nameof(SessionEndedPage.HasFile)] = form.Files.Any(file => file.Length > 0),
            });
        await answer.ExecuteAsync(context);
    }

    private static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(IFormCollection form) =>
        [.. form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? "")))];

    private static PublicPage<TPage> Page<TPage>(Dictionary<string, object?> parameters)
        where TPage : Microsoft.AspNetCore.Components.IComponent => new(parameters)
        {
            StatusCode = StatusCodes.Status401Unauthorized,
            CacheControl = CachedContent.Never,
        };
}

using Distribution.Publisher.Organisations;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>
/// Answers where only a status was set: with a page to a browser that finds nothing among the pages, with a problem to everybody else.
/// </summary>
internal static class StatusAnswers
{
    private const string Html = "text/html";

    public static void UseStatusAnswers(this IApplicationBuilder app) => app.UseStatusCodePages(AnswerAsync);

    private static async Task AnswerAsync(StatusCodeContext answer)
    {
        var context = answer.HttpContext;
        context.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        if (context.Response.StatusCode == StatusCodes.Status404NotFound && WantsPage(context.Request)) await ShowMissingAsync(context);
        else await new Problem(ProblemTypes.FromStatus(context.Response.StatusCode)).ExecuteAsync(context);
    }

    /// <summary>Programs that take anything do not name HTML; browsers do.</summary>
    private static bool WantsPage(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api")
        && request.GetTypedHeaders().Accept.Any(
            type => type.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase) && type.Quality != 0);

    private static async Task ShowMissingAsync(HttpContext context)
    {
        var organisations = context.RequestServices.GetRequiredService<OrganisationStore>();
        var organisation = await organisations.FindAsync(context.RequestAborted);
        await new MissingAnswer(organisation?.Value).ExecuteAsync(context);
    }
}

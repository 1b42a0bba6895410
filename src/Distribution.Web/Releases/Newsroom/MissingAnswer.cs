using Distribution.Publisher.Organisations;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>
/// The page that says there is none, in a language of the browser, else of the organisation. Nobody keeps it: a page may be there in a
/// minute.
/// </summary>
internal sealed class MissingAnswer(Organisation? organisation) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var languages = RequestLanguages.From(httpContext.Request).OfStranger(organisation?.Languages ?? []);
        return new PublicPage<MissingPage>(new Dictionary<string, object?>
        {
            [nameof(MissingPage.Language)] = NewsroomPhrases.Book.FirstOf(languages),
            [nameof(MissingPage.Organisation)] = organisation,
        })
        {
            StatusCode = StatusCodes.Status404NotFound,
            CacheControl = CachedContent.Never,
        }.ExecuteAsync(httpContext);
    }
}

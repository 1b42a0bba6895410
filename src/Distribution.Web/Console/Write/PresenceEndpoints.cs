using Distribution.Platform.Languages;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Web.Console.Releases;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Publisher.Users;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Console.Write;

/// <summary>The other users who have a text of the release open. A page that is open says so with the same request.</summary>
internal static class PresenceEndpoints
{
    private const int MostNames = 5;

    public static void MapWriterPresence(this IEndpointRouteBuilder routes) =>
        routes.MapConsoleRelease().MapPost("/write/{language:language}/presence", StayAsync).WithName("StayAtText")
            .RequireRole(Role.Author, Where.ItsOffice);

    internal static async Task<IResult> StayAsync(
        ReleaseVisit visit, string language, WriterStore writers, UserStore users, CancellationToken cancellationToken)
    {
        var others = await writers.StayAsync(visit.Id, visit.Visit.User.Id, language, cancellationToken);
        var words = WritePhrases.Book.In(visit.Visit.Language);
        List<string> sentences = [];
        foreach (var writer in others.Take(MostNames))
        {
            var name = (await users.FindAsync(writer.User, cancellationToken))?.Value.Name ?? writer.User;
            sentences.Add(words.With(
                writer.Language == language ? "present_here" : "present",
                ("name", name),
                ("language", LanguageTag.OwnName(writer.Language))));
        }

        return new PublicPage<PresencePart>(new Dictionary<string, object?> { [nameof(PresencePart.Sentences)] = sentences })
        {
            CacheControl = CachedContent.Never,
        };
    }
}

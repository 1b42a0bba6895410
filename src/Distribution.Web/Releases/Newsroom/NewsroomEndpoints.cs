using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;
using Distribution.Releases.Newsroom;
using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Security;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>The public archive of released releases, with its feeds.</summary>
internal static class NewsroomEndpoints
{
    private const int PageSize = 20;
    private const int FeedSize = 50;
    private const string DefaultLanguage = "en";

    public static void MapNewsroom(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/", ListAsync).WithName("Newsroom").AllowAnonymous();
        routes.MapPage("/{language:language}", ListInAsync).WithName("NewsroomInLanguage").AllowAnonymous();
        routes.MapPage("/feed.atom", FeedAsync).WithName("Feed").AllowAnonymous();
        routes.MapPage("/{language:language}/feed.atom", FeedInAsync).WithName("FeedInLanguage").AllowAnonymous();
        routes.MapPage("/releases/{slug}", ReadAsync).WithName("ReleasePage").AllowAnonymous();
    }

    internal static async Task<IResult> ListAsync(
        string? after, ReadNewsroom read, OrganisationStore organisations, PublicLinks links, CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        var language = LanguageOf(organisation);
        return ListPage(
            organisation, language, after, isAll: true, await read.AllAsync(language, PageSize, after, cancellationToken), links);
    }

    internal static async Task<IResult> ListInAsync(
        string language,
        string? after,
        ReadNewsroom read,
        OrganisationStore organisations,
        PublicLinks links,
        CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        var entries = await read.InAsync(language, PageSize, after, cancellationToken);
        return entries.Items.Count > 0 || organisation?.Languages.Contains(language) == true
            ? ListPage(organisation, language, after, isAll: false, entries, links)
            : new MissingAnswer(organisation);
    }

    internal static async Task<IResult> FeedAsync(
        ReadNewsroom read,
        OrganisationStore organisations,
        PublicTopics topics,
        PublicLinks links,
        CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return new MissingAnswer(null);
        var language = LanguageOf(organisation);
        var entries = await read.AllWithBodiesAsync(language, FeedSize, cancellationToken);
        var known = await topics.RunAsync(entries.SelectMany(entry => entry.Topics), cancellationToken);
        return Feed(new(organisation, language, known, links.Feed(), links.Newsroom(), links), entries);
    }

    internal static async Task<IResult> FeedInAsync(
        string language,
        ReadNewsroom read,
        OrganisationStore organisations,
        PublicTopics topics,
        PublicLinks links,
        CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return new MissingAnswer(null);
        var entries = await read.WithBodiesInAsync(language, FeedSize, cancellationToken);
        if (entries.Count == 0 && !organisation.Languages.Contains(language)) return new MissingAnswer(organisation);
        var known = await topics.RunAsync(entries.SelectMany(entry => entry.Topics), cancellationToken);
        return Feed(new(organisation, language, known, links.Feed(language), links.Newsroom(language), links), entries);
    }

    internal static async Task<IResult> ReadAsync(
        string slug,
        HttpContext context,
        ReadPublicRelease read,
        OrganisationStore organisations,
        PublicLinks links,
        CancellationToken cancellationToken)
    {
        var organisation = (await organisations.FindAsync(cancellationToken))?.Value;
        if (organisation is null || await read.RunAsync(slug, cancellationToken) is not { } release) return new MissingAnswer(organisation);
        context.Features.Set(ContentSecurityPolicy.OfPages(ImagesOf(release, organisation)));
        return new PublicPage<ReleasePage>(new Dictionary<string, object?>
        {
            [nameof(ReleasePage.Release)] = release,
            [nameof(ReleasePage.Organisation)] = organisation,
            [nameof(ReleasePage.Links)] = links,
        });
    }

    private static IEnumerable<Uri> ImagesOf(PublicRelease release, Organisation organisation) =>
        Prose.Parse(release.Entry.Text.Body).Images.Concat(Prose.Parse(organisation.Boilerplate.In(release.Entry.Text.Language)).Images);

    private static PublicPage<NewsroomPage> ListPage(
        Organisation? organisation,
        string language,
        string? after,
        bool isAll,
        Distribution.Platform.Storage.Page<NewsroomEntry> entries,
        PublicLinks links) =>
        new(new Dictionary<string, object?>
        {
            [nameof(NewsroomPage.Organisation)] = organisation,
            [nameof(NewsroomPage.Language)] = language,
            [nameof(NewsroomPage.IsAll)] = isAll,
            [nameof(NewsroomPage.IsFirst)] = after is null,
            [nameof(NewsroomPage.Entries)] = entries,
            [nameof(NewsroomPage.Links)] = links,
        });

    private static CachedContent Feed(AtomFeed feed, IReadOnlyList<NewsroomEntry> entries) =>
        new(feed.Write(entries), AtomFeed.ContentType);

    private static string LanguageOf(Organisation? organisation) =>
        organisation is { Languages: [var first, ..] } ? first : DefaultLanguage;
}

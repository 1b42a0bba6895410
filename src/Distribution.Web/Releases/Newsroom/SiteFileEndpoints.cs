using System.Globalization;
using System.Text;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Newsroom;
using Distribution.Web.Platform.Pages;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Releases.Newsroom;

/// <summary>Files that programs look for at a fixed address of every site.</summary>
internal static class SiteFileEndpoints
{
    private const string Text = "text/plain; charset=utf-8";
    private const string ForAnHour = "public, max-age=3600";

    /// <summary>Further releases are linked from the newsroom's lists, which the sitemap names.</summary>
    private const int MostInSitemap = 1_000;

    /// <summary>RFC 9116, section 2.5.5, recommends less than a year.</summary>
    private static readonly TimeSpan SecurityFileLifetime = TimeSpan.FromDays(180);

    public static void MapSiteFiles(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/robots.txt", ReadRobots).WithName("Robots").AllowAnonymous();
        routes.MapPage("/sitemap.xml", ReadSitemapAsync).WithName("Sitemap").AllowAnonymous();
        routes.MapPage("/.well-known/security.txt", ReadSecurityAsync).WithName("SecurityContact").AllowAnonymous();
    }

    /// <summary>RFC 9309: nothing of somebody's own, and nothing for programs, belongs into a search.</summary>
    internal static CachedContent ReadRobots(PublicLinks links) => File(
        $"""
        User-agent: *
        Disallow: /api/
        Disallow: /approvals/
        Disallow: /preferences
        Disallow: /subscribe/confirm/
        Disallow: /unsubscribe/

        Sitemap: {links.Sitemap().AbsoluteUri}

        """,
        Text);

    internal static async Task<IResult> ReadSitemapAsync(
        ReadNewsroom read, OrganisationStore organisations, PublicLinks links, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return new MissingAnswer(null);
        var entries = await read.AllAsync(organisation.Languages[0], MostInSitemap, after: null, cancellationToken);
        return new CachedContent(new Sitemap(organisation, links).Write(entries.Items), "application/xml; charset=utf-8")
        {
            CacheControl = ForAnHour,
        };
    }

    /// <summary>RFC 9116: where a weakness is reported.</summary>
    internal static async Task<IResult> ReadSecurityAsync(
        OrganisationStore organisations,
        PublicLinks links,
        IOptions<PublicOptions> options,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return new MissingAnswer(null);
        // The same for a whole day, so that it need not be sent again.
        var expires = (clock.GetUtcNow() + SecurityFileLifetime).UtcDateTime.Date;
        return File(
            $"""
            Contact: {options.Value.SecurityContact ?? $"mailto:{organisation.SenderAddress}"}
            Expires: {expires.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture)}
            Preferred-Languages: {string.Join(", ", organisation.Languages)}
            Canonical: {links.SecurityContact().AbsoluteUri}

            """,
            Text);
    }

    private static CachedContent File(string text, string contentType) => new(Encoding.UTF8.GetBytes(text), contentType)
    {
        CacheControl = ForAnHour,
    };
}

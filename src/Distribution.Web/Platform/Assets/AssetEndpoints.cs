using Distribution.Web.Platform.Pages;
using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Platform.Assets;

/// <summary>Style sheets and icons of pages.</summary>
internal static class AssetEndpoints
{
    private const string ForEver = "public, max-age=31536000, immutable";

    private const string ForADay = "public, max-age=86400";

    public static void MapAssets(this IEndpointRouteBuilder routes)
    {
        routes.MapPage("/assets/{file}", Read).WithName("ReadAsset").AllowAnonymous();
        routes.MapPage("/favicon.ico", ReadIcon).WithName("ReadIcon").AllowAnonymous();
    }

    /// <summary>The icon where browsers look for it, under a name that does not change with it.</summary>
    internal static CachedContent ReadIcon() => new(Asset.OldIcon.Content, Asset.OldIcon.ContentType) { CacheControl = ForADay };

    internal static Results<CachedContent, MissingProblem> Read(string file) =>
        Asset.All.FirstOrDefault(asset => asset.FileName == file) is { } found
            ? new CachedContent(found.Content, found.ContentType) { CacheControl = ForEver }
            : new MissingProblem();
}

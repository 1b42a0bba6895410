using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Platform.Hosting;

/// <summary>Metadata of a route that takes larger bodies than others, such as files.</summary>
internal sealed record LargestBody(long Bytes);

internal static class LargestBodyRoutes
{
    /// <summary>The body is a file of up to this number of bytes, of any content type.</summary>
    public static RouteHandlerBuilder TakesFile(this RouteHandlerBuilder route, long bytes) =>
        route.WithMetadata(new LargestBody(bytes)).Accepts<Stream>("*/*");
}

using Distribution.Web.Platform.Problems;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Web.Platform.Hosting;

/// <summary>
/// Refuses bodies that are too large, under every host alike: by their length where it is given, else while they are read.
/// </summary>
internal static class BodyLimit
{
    public static void UseBodyLimit(this IApplicationBuilder app)
    {
        var usual = app.ApplicationServices.GetRequiredService<IOptions<WebOptions>>().Value.LargestBody;
        app.Use((context, next) =>
        {
            var largest = context.GetEndpoint()?.Metadata.GetMetadata<LargestBody>()?.Bytes ?? usual;
            if (context.Request.ContentLength > largest) return new Problem(ProblemTypes.TooLarge, Detail(largest)).ExecuteAsync(context);
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } host) host.MaxRequestBodySize = largest;
            context.Request.Body = new LimitedStream(context.Request.Body, largest);
            return next(context);
        });
    }

    private static string Detail(long largest) => $"A body has at most {largest} bytes.";
}

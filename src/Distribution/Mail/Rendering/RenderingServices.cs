using Distribution.Mail.Rendering.Digests;
using Distribution.Releases.Checks;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Mail.Rendering;

internal static class RenderingServices
{
    public static IServiceCollection AddRendering(this IServiceCollection services) => services
        .AddSingleton<MailContextReader>().AddSingleton<RenderRelease>().AddSingleton<RenderDigest>().AddSingleton<ICheckReader, MeasureMails>();
}

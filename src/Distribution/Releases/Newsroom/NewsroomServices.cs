using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Releases.Newsroom;

internal static class NewsroomServices
{
    public static IServiceCollection AddNewsroom(this IServiceCollection services) =>
        services.AddSingleton<ReadNewsroom>().AddSingleton<ReadPublicRelease>();
}

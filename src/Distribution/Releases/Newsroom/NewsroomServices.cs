using Distribution.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Releases.Newsroom;

internal static class NewsroomServices
{
    public static IServiceCollection AddNewsroom(this IServiceCollection services) =>
        services
            .AddSingleton<NewsroomStore>().AddSingleton<ReadNewsroom>().AddSingleton<ReadPublicRelease>()
            .AddSingleton<UpdateNewsroom>().AddSingleton<RefreshNewsroom>()
            .AddSingleton<IJobRunner>(provider => provider.GetRequiredService<RefreshNewsroom>());
}

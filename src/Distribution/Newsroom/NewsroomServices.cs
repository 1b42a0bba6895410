using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Newsroom;

internal static class NewsroomServices
{
    public static IServiceCollection AddNewsroom(this IServiceCollection services) =>
        services.AddSingleton<ReadNewsroom>().AddSingleton<ReadPublicRelease>();
}

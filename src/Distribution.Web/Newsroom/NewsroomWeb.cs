using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Newsroom;

internal static class NewsroomWeb
{
    public static IServiceCollection AddNewsroomPages(this IServiceCollection services)
    {
        services.AddRazorComponents();
        return services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>(LanguageConstraint.Name));
    }
}

using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Web.Releases.Newsroom;

internal static class NewsroomWeb
{
    public static IServiceCollection AddNewsroomPages(this IServiceCollection services)
    {
        services.AddRazorComponents();

        // Pages are UTF-8: only what HTML means something by is written as entities, not every accent.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        return services.Configure<RouteOptions>(options => options.SetParameterPolicy<LanguageConstraint>(LanguageConstraint.Name));
    }
}

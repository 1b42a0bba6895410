using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Distribution.Web.Platform.Hosting;

/// <summary>
/// Routes whose handlers are made once. A data source of the framework makes them for everybody who asks, for matching, for links and for
/// the description, and each time compiles hundreds of small methods.
/// </summary>
internal sealed class RouteTable(IEndpointRouteBuilder outer) : IEndpointRouteBuilder
{
    public IServiceProvider ServiceProvider => outer.ServiceProvider;

    public ICollection<EndpointDataSource> DataSources { get; } = [];

    public static void Add(IEndpointRouteBuilder routes, Action<IEndpointRouteBuilder> map)
    {
        RouteTable table = new(routes);
        map(table);
        routes.DataSources.Add(new CompositeEndpointDataSource(table.DataSources));
    }

    public IApplicationBuilder CreateApplicationBuilder() => outer.CreateApplicationBuilder();
}

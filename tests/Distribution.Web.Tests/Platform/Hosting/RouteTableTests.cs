using Distribution.Web.Platform.Hosting;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Distribution.Web.Tests.Platform.Hosting;

public sealed class RouteTableTests
{
    [Fact]
    public async Task Handlers_are_made_once_for_all_who_ask()
    {
        CountedRoutes source = new();
        await using var app = WebApplication.CreateSlimBuilder().Build();
        IEndpointRouteBuilder routes = app;

        RouteTable.Add(routes, table => table.DataSources.Add(source));

        foreach (var _ in Enumerable.Range(0, 2)) Assert.Empty(new CompositeEndpointDataSource(routes.DataSources).Endpoints);
        Assert.Equal(1, source.Asked);
    }

    private sealed class CountedRoutes : EndpointDataSource
    {
        public int Asked { get; private set; }

        public override IReadOnlyList<Endpoint> Endpoints
        {
            get
            {
                Asked++;
                return [];
            }
        }

        public override IChangeToken GetChangeToken() => NullChangeToken.Singleton;
    }
}

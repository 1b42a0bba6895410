using Distribution.Server;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;

namespace Distribution.Web.Tests.Wiring;

public sealed class ServiceTests
{
    [Fact]
    public async Task Everything_that_is_registered_can_be_made()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Configuration["Security:ContactSecret"] =
            builder.Configuration["Security:LinkSecrets:0"] = Convert.ToBase64String(new byte[32]);
        builder.Configuration["Storage:ConnectionString"] = "UseDevelopmentStorage=true";
        builder.Host.UseDefaultServiceProvider(options => options.ValidateOnBuild = options.ValidateScopes = true);
        builder.Services.AddDistribution(builder.Configuration).AddDistributionWeb(builder.Configuration).AddServer(builder.Configuration);
        await using var app = builder.Build();
        Assert.NotNull(app.Services);
    }
}

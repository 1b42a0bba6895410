using Distribution.Mail.Smtp;
using Distribution.Testing.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Distribution.Tests.Mail.Smtp;

public sealed class SmtpServicesTests
{
    [Fact]
    public async Task The_application_sends_by_its_settings()
    {
        await using var server = ScriptedSmtpServer.Start();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Mail:Host"] = ScriptedSmtpServer.Host,
            ["Mail:Port"] = server.Port.ToString(System.Globalization.CultureInfo.InvariantCulture),
            ["Mail:Security"] = "None",
        }).Build();
        await using var services = new ServiceCollection().AddLogging().AddSingleton(TimeProvider.System).AddSmtp(configuration)
            .BuildServiceProvider(new ServiceProviderOptions { ValidateOnBuild = true, ValidateScopes = true });

        var result = await services.GetRequiredService<SmtpTransport>().SendAsync(TestContext.Current.CancellationToken);

        Assert.IsType<SendResult.Accepted>(result);
    }
}

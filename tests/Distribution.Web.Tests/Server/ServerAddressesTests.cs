using Distribution.Server;
using Distribution.Server.Embedded;
using Microsoft.Extensions.Configuration;

namespace Distribution.Web.Tests.Server;

public sealed class ServerAddressesTests
{
    private readonly int port = LoopbackPort.AnyFree();

    [Fact]
    public void Unless_told_otherwise_the_server_listens_on_the_loopback_interface_only()
    {
        var addresses = Read([]);

        Assert.StartsWith("http://127.0.0.1:", addresses.Local, StringComparison.Ordinal);
        Assert.Equal([addresses.Local], addresses.Urls);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}", "http://127.0.0.1:{0}")]
    [InlineData("http://localhost:{0}", "http://localhost:{0}")]
    [InlineData("http://0.0.0.0:{0}", "http://localhost:{0}")]
    [InlineData("http://*:{0};http://127.0.0.1:0", "http://localhost:{0}")]
    public void An_address_that_was_given_tells_where_this_machine_reaches_the_server(string given, string local)
    {
        var urls = Fill(given);

        var addresses = Read([new("urls", urls)]);

        Assert.Equal(Fill(local), addresses.Local);
        Assert.Equal(urls.Split(';'), addresses.Urls);
    }

    [Fact]
    public void A_port_that_is_chosen_later_is_not_known() =>
        Assert.Null(Read([new("urls", "http://127.0.0.1:0")]).Local);

    [Theory]
    [InlineData("http_ports", "{0}")]
    [InlineData("Kestrel:Endpoints:Web:Url", "http://*:{0}")]
    public void Addresses_in_another_setting_are_left_to_Kestrel(string key, string value)
    {
        var addresses = Read([new(key, Fill(value))]);

        Assert.Equal($"http://localhost:{port}", addresses.Local);
        Assert.Empty(addresses.Urls);
    }

    private string Fill(string text) => text.Replace("{0}", $"{port}", StringComparison.Ordinal);

    private static ServerAddresses Read(IEnumerable<KeyValuePair<string, string?>> settings) =>
        ServerAddresses.Read(new ConfigurationBuilder().AddInMemoryCollection(settings).Build());
}

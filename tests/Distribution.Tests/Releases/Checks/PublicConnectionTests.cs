using System.Net;
using Distribution.Releases.Checks;

namespace Distribution.Tests.Releases.Checks;

public sealed class PublicConnectionTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.16.0.1")]
    [InlineData("172.31.255.255")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("224.0.0.1")]
    [InlineData("255.255.255.255")]
    [InlineData("::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("2001:db8::1")]
    [InlineData("3fff::1")]
    [InlineData("3fff:fff:ffff::1")]
    [InlineData("2002:7f00:1::")]
    [InlineData("2001:0:7f00:1::")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("192.88.99.1")]
    [InlineData("168.63.129.16")]
    public void What_is_not_of_the_public_internet_is_never_asked(string address) =>
        Assert.False(PublicConnection.IsPublic(IPAddress.Parse(address)));

    [Theory]
    [InlineData("8.8.8.8")]
    [InlineData("172.32.0.1")]
    [InlineData("100.128.0.1")]
    [InlineData("168.63.129.17")]
    [InlineData("2001:4860:4860::8888")]
    [InlineData("3fff:1000::1")]
    [InlineData("3ffe::1")]
    [InlineData("2606:4700::1111")]
    public void Public_addresses_are(string address) => Assert.True(PublicConnection.IsPublic(IPAddress.Parse(address)));
}

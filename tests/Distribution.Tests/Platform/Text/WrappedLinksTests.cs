using Distribution.Platform.Text;

namespace Distribution.Tests.Platform.Text;

public sealed class WrappedLinksTests
{
    [Theory]
    [InlineData("//eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fwww.example.org%2Fa%3Fb%3D1&data=rosa%40example.org")]
    [InlineData("//urldefense.proofpoint.com/v2/url?u=https-3A__www.example.org_a-3Fb-3D1&d=DwMF&c=x&r=y")]
    [InlineData("//urldefense.com/v3/__https://www.example.org/a?b=1__;!!Abc!Def$")]
    [InlineData("//urldefense.com/v3/__https:/www.example.org/a?b=1__;!!Abc!Def$")]
    [InlineData("//www.google.com/url?q=https://www.example.org/a%3Fb%3D1&sa=D&source=docs")]
    [InlineData("//www.google.co.uk/url?sa=t&url=https%3A%2F%2Fwww.example.org%2Fa%3Fb%3D1")]
    [InlineData("//l.facebook.com/l.php?u=https%3A%2F%2Fwww.example.org%2Fa%3Fb%3D1&h=AT0")]
    [InlineData("//linkprotect.cudasvc.com/url?a=https%3a%2f%2fwww.example.org%2fa%3fb%3d1&c=E,1")]
    [InlineData("//secure-web.cisco.com/1abc/https%3A%2F%2Fwww.example.org%2Fa%3Fb%3D1")]
    [InlineData("//eu-west-1.protection.sophos.com/?d=example.org&u=aHR0cHM6Ly93d3cuZXhhbXBsZS5vcmcvYT9iPTE=&i=1")]
    [InlineData("//www.bing.com/ck/a?!&&p=1&u=a1aHR0cHM6Ly93d3cuZXhhbXBsZS5vcmcvYT9iPTE&ntb=1")]
    [InlineData("//l.facebook.com/l.php?u=https%3A%2F%2Fwww.google.com%2Furl%3Fq%3Dhttps%253A%252F%252Fwww.example.org%252Fa%253Fb%253D1")]
    public void The_address_is_read_from_what_is_around_it(string wrapped) =>
        Assert.Equal("https://www.example.org/a?b=1", WrappedLinks.Unwrap(new($"https:{wrapped}"))?.AbsoluteUri);

    [Theory]
    [InlineData("//protect-eu.mimecast.com/s/AbCdEfG", true)]
    [InlineData("//urldefense.com/v3/__https://www.example.org/*caf__;w6k!!Abc$", true)]
    [InlineData("//example.us1.list-manage.com/track/click?u=1&id=2", true)]
    [InlineData("//www.google.com/url?q=javascript:alert(1)", false)]
    [InlineData("//www.google.com/search?q=https://example.org", false)]
    [InlineData("//www.example.org/url?q=https://other.example", false)]
    [InlineData("//notmimecast.com/s/x", false)]
    [InlineData("//www.example.org/plain", false)]
    public void What_only_its_program_can_read_is_left_and_known(string link, bool isOpaque)
    {
        Assert.Null(WrappedLinks.Unwrap(new($"https:{link}")));
        Assert.Equal(isOpaque, WrappedLinks.IsOpaque(new($"https:{link}")));
    }
}

using Distribution.Platform.Text;

namespace Distribution.Tests.Platform.Text;

public sealed class WebAddressTests
{
    [Theory]
    [InlineData("https://reef.example.org/a?b#c", "https://reef.example.org/a?b#c")]
    [InlineData("https://user:word@reef\u00AD.example.org:8443/a?b=é#c", "https://user:word@reef.example.org:8443/a?b=%C3%A9#c")]
    [InlineData("http://ree\u200Df.example.org/", "http://reef.example.org/")]
    [InlineData("https://récif.example.org/", "https://xn--rcif-bpa.example.org/")]
    [InlineData("https://under_score.example.org/", "https://under_score.example.org/")]
    [InlineData("https://[2001:db8::1]:444/a", "https://[2001:db8::1]:444/a")]
    [InlineData("https://\u200D/", null)]
    [InlineData("ftp://reef.example.org/", null)]
    [InlineData("file:///etc/passwd", null)]
    [InlineData("/a", null)]
    [InlineData(null, null)]
    public void A_host_is_kept_in_ASCII(string? written, string? kept) => Assert.Equal(kept, WebAddress.Parse(written)?.AbsoluteUri);
}

using Microsoft.Extensions.Options;

namespace Distribution.Tests;

public sealed class PublicLinksTests
{
    private static readonly PublicLinks Links = Under("https://news.example.org");

    [Fact]
    public void Every_link_has_the_configured_origin()
    {
        Assert.Equal("https://news.example.org/", Links.Newsroom().AbsoluteUri);
        Assert.Equal("https://news.example.org/fr", Links.Newsroom("fr").AbsoluteUri);
        Assert.Equal("https://news.example.org/feed.atom", Links.Feed().AbsoluteUri);
        Assert.Equal("https://news.example.org/es-419/feed.atom", Links.Feed("es-419").AbsoluteUri);
        Assert.Equal("https://news.example.org/releases/two-days", Links.Release("two-days").AbsoluteUri);
        Assert.Equal("https://news.example.org/unsubscribe/abc", Links.Unsubscribe("abc").AbsoluteUri);
    }

    [Fact]
    public void A_port_stays() => Assert.Equal("http://127.0.0.1:5000/fr", Under("http://127.0.0.1:5000").Newsroom("fr").AbsoluteUri);

    [Fact]
    public void A_host_in_other_letters_is_written_in_ascii()
    {
        var links = Under("https://récif.example.org");

        Assert.Equal("xn--rcif-bpa.example.org", links.Host);
        Assert.Equal("https://xn--rcif-bpa.example.org/", links.Newsroom().AbsoluteUri);
    }

    [Fact]
    public void A_slug_in_other_letters_is_written_in_ascii() =>
        Assert.Equal("https://news.example.org/releases/r%C3%A9cif%2F..", Links.Release("récif/..").AbsoluteUri);

    private static PublicLinks Under(string address) => new(Options.Create(new PublicOptions { Address = address }));
}

using Distribution.Testing;
using Distribution.Web.Platform.Security;

namespace Distribution.Web.Tests.Platform.Security;

public sealed class SecurityHeaderTests(HttpHostFixture fixture, Azurite azurite) : IClassFixture<HttpHostFixture>
{
    [Theory]
    [InlineData("/health")]
    [InlineData("/api/outlets")]
    [InlineData("/nowhere")]
    public async Task Every_answer_keeps_browsers_from_scripts_and_guesses(string address)
    {
        using var answer = await fixture.App.Anonymous.ReadAsync(address);
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(answer.Headers.GetValues("Referrer-Policy")));
        Assert.Equal("max-age=31536000", Assert.Single(answer.Headers.GetValues("Strict-Transport-Security")));
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Fact]
    public async Task A_program_on_this_machine_without_TLS_does_not_ask_for_it()
    {
        await using var app = await HttpHost.StartAsync(
            azurite,
            TestContext.Current.CancellationToken,
            new Dictionary<string, string?> { ["Public:Address"] = "http://localhost:8080" });
        using var answer = await app.Anonymous.ReadAsync("/health");
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData("https://reef\u200D.example.org:8443/a.jpg", "img-src 'self' https://reef.example.org:8443;")]
    [InlineData("https://[2001:db8::1]/a.jpg", "img-src 'self' https://[2001:db8::1];")]
    [InlineData("https://\u200D/a.jpg", "img-src 'self';")]
    public void An_image_s_host_is_let_in_in_ASCII_or_not_at_all(string image, string expected) =>
        Assert.Contains(expected, ContentSecurityPolicy.OfPages(new Uri(image)).Directives, StringComparison.Ordinal);
}

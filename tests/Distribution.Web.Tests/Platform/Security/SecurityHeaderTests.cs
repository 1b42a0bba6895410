using Distribution.Testing;

namespace Distribution.Web.Tests.Platform.Security;

public sealed class SecurityHeaderTests(HttpHostFixture fixture) : IClassFixture<HttpHostFixture>
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
    }
}

namespace Distribution.Tests;

public sealed class PublicOptionsTests
{
    [Theory]
    [InlineData("https://news.example.org")]
    [InlineData("https://news.example.org/")]
    [InlineData("https://news.example.org:8443")]
    [InlineData("http://localhost:5000")]
    [InlineData("http://127.0.0.1:5000")]
    [InlineData("http://[::1]:5000")]
    public void An_origin_is_accepted(string address) => Assert.True(Validate(address).Succeeded);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("news.example.org")]
    [InlineData("http://news.example.org")]
    [InlineData("https://news.example.org/press")]
    [InlineData("https://news.example.org/?a=b")]
    [InlineData("https://news.example.org/#top")]
    [InlineData("https://rosa:secret@news.example.org")]
    [InlineData("ftp://news.example.org")]
    [InlineData("mailto:press@example.org")]
    public void Anything_else_is_refused_in_words_that_name_the_setting(string? address) =>
        Assert.Contains("Public:Address", Validate(address).FailureMessage, StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Validate(string? address) =>
        new PublicOptionsValidator().Validate(null, new PublicOptions { Address = address });
}

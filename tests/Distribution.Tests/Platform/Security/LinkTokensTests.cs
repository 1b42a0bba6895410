using System.Buffers.Text;
using Distribution.Platform.Security;
using Microsoft.Extensions.Options;

namespace Distribution.Tests.Platform.Security;

public sealed class LinkTokensTests
{
    private const string Release = "0123456789abcdef0123456789abcdef";
    private const string Contact = "fedcba9876543210fedcba9876543210";

    private static readonly LinkTokens Tokens = Signing(1);

    [Fact]
    public void A_token_says_what_was_signed() =>
        Assert.Equal(
            new LinkToken(Release, Contact), Tokens.Read(LinkPurpose.Unsubscribe, Tokens.Sign(LinkPurpose.Unsubscribe, Release, Contact)));

    [Fact]
    public void A_token_stands_in_a_link_as_it_is() =>
        Assert.Matches("^[A-Za-z0-9_-]{72}$", Tokens.Sign(LinkPurpose.Unsubscribe, Release, Contact));

    [Fact]
    public void Every_bit_of_a_token_counts()
    {
        var genuine = Base64Url.DecodeFromChars(Tokens.Sign(LinkPurpose.Unsubscribe, Release, Contact));
        for (var bit = 0; bit < genuine.Length * 8; bit++)
        {
            var forged = (byte[])genuine.Clone();
            forged[bit / 8] ^= (byte)(1 << (bit % 8));
            Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, Base64Url.EncodeToString(forged)));
        }
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("not base64url at all, but of the same length as any genuine one would be")]
    [InlineData("éééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééééé")]
    public void Anything_else_is_no_token(string? text) => Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, text));

    [Fact]
    public void A_token_that_is_cut_short_or_goes_on_is_no_token()
    {
        var token = Tokens.Sign(LinkPurpose.Unsubscribe, Release, Contact);

        Assert.All(Enumerable.Range(0, token.Length), length => Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, token[..length])));
        Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, token + "A"));
        Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, token + "="));
        Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, $" {token[1..]}"));
    }

    [Fact]
    public void A_token_is_only_good_for_its_purpose()
    {
        var token = Tokens.Sign((LinkPurpose)2, Release, Contact);

        Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, token));
    }

    [Fact]
    public void A_secret_that_was_added_signs_and_the_old_ones_still_verify()
    {
        var old = Tokens.Sign(LinkPurpose.Unsubscribe, Release, Contact);
        var rotated = Signing(1, 2);
        var renewed = rotated.Sign(LinkPurpose.Unsubscribe, Release, Contact);

        Assert.NotEqual(old, renewed);
        Assert.NotNull(rotated.Read(LinkPurpose.Unsubscribe, old));
        Assert.NotNull(rotated.Read(LinkPurpose.Unsubscribe, renewed));
        Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, renewed));
    }

    [Fact]
    public void Another_deployment_signs_nothing_for_this_one() =>
        Assert.Null(Tokens.Read(LinkPurpose.Unsubscribe, Signing(9).Sign(LinkPurpose.Unsubscribe, Release, Contact)));

    [Theory]
    [InlineData("short")]
    [InlineData("0123456789abcdef0123456789abcdeg")]
    [InlineData("0123456789abcdef0123456789abcdef00")]
    public void Only_ids_are_signed(string id)
    {
        Assert.Throws<ArgumentException>(() => Tokens.Sign(LinkPurpose.Unsubscribe, id, Contact));
        Assert.Throws<ArgumentException>(() => Tokens.Sign(LinkPurpose.Unsubscribe, Release, id));
    }

    private static LinkTokens Signing(params byte[] secrets) => new(Options.Create(new SecurityOptions
    {
        LinkSecrets = [.. secrets.Select(secret => Convert.ToBase64String(Enumerable.Repeat(secret, 32).ToArray()))],
    }));
}

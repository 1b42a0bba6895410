using Distribution.Publisher.Users;

namespace Distribution.Tests.Publisher.Users;

public sealed class ApiKeySecretTests
{
    [Fact]
    public void A_key_is_known_again_by_its_hash()
    {
        var key = ApiKeySecret.New();

        var read = ApiKeySecret.Parse(key.ToString());

        Assert.Equal(key, read);
        Assert.True(read!.Matches(key.Hash()));
        Assert.False(ApiKeySecret.New().Matches(key.Hash()));
    }

    [Theory]
    [InlineData("")]
    [InlineData("dist_")]
    [InlineData("dist_0123456789abcdef")]
    [InlineData("dist_0123456789abcdef_")]
    [InlineData("dist_0123456789abcdef-secret")]
    [InlineData("other_0123456789abcdef_secret")]
    public void Other_text_is_no_key(string text) => Assert.Null(ApiKeySecret.Parse(text));
}

using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests.Platform.Storage;

public sealed class RowKeyTests(Azurite azurite) : CoreHostTests(azurite)
{
    [Theory]
    [InlineData("port-of-spain", true)]
    [InlineData("contact:0a.1|b", true)]
    [InlineData("o'neill", true)]
    [InlineData("a/b", false)]
    [InlineData("a\\b", false)]
    [InlineData("a#b", false)]
    [InlineData("a?b", false)]
    [InlineData("a%2Fb", false)]
    [InlineData("a\tb", false)]
    [InlineData("a\u0085b", false)]
    public void A_key_has_none_of_the_characters_that_storage_refuses(string key, bool allowed) =>
        Assert.Equal(allowed, RowKey.IsAllowed(key));

    [Fact]
    public void A_key_has_at_most_512_characters()
    {
        Assert.True(RowKey.IsAllowed(new('a', 512)));
        Assert.False(RowKey.IsAllowed(new('a', 513)));
    }

    [Theory]
    [InlineData("o'neill")]
    [InlineData("a/../b#?")]
    [InlineData("%27")]
    [InlineData("")]
    public async Task Whatever_someone_asks_for_is_simply_not_there(string id) =>
        Assert.Null(await App.Get<OfficeStore>().FindAsync(id, Token));
}

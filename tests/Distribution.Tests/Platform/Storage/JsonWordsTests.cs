using System.Text.Json;
using Distribution.Platform.Storage;

namespace Distribution.Tests.Platform.Storage;

public sealed class JsonWordsTests
{
    [Theory]
    [InlineData()]
    [InlineData("en")]
    [InlineData("en", "es-419", "fr")]
    [InlineData("")]
    [InlineData("", "", "a")]
    [InlineData("a,b", "c")]
    [InlineData("\"", "\",\"")]
    [InlineData("a\"b", "back\\slash", "tab\t", "récifs", "شعاب")]
    public void What_was_written_is_read(params string[] words) =>
        Assert.Equal(words, JsonWords.Read(JsonSerializer.Serialize<IReadOnlyList<string>>(words, StoredJson.Options)));

    [Theory]
    [InlineData("""[ "en", "fr" ]""", "en fr")]
    [InlineData("""["en", "fr"]""", "en fr")]
    [InlineData("""["\u0065n"]""", "en")]
    public void What_others_write_is_read_too(string json, string words) => Assert.Equal(words, string.Join(' ', JsonWords.Read(json)!));

    [Theory]
    [InlineData("")]
    [InlineData("""["en"]]""")]
    [InlineData("""["en" "fr"]""")]
    public void What_is_no_list_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => JsonWords.Read(json));
}

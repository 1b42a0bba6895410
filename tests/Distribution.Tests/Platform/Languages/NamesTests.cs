using System.Text.Json;
using Distribution.Platform.Languages;

namespace Distribution.Tests.Platform.Languages;

public sealed class NamesTests
{
    private static readonly Names Port = new([new("en", "Port of Spain"), new("fr", "Port-d'Espagne"), new("es", "Puerto España")]);

    [Theory]
    [InlineData("fr", "Port-d'Espagne")]
    [InlineData("es-419", "Puerto España")]
    [InlineData("nl", "Port of Spain")]
    public void A_name_is_given_in_the_readers_language_or_the_fallback(string language, string expected) =>
        Assert.Equal(expected, Port.In(language));

    [Fact]
    public void A_name_that_lacks_the_fallback_too_is_given_in_what_there_is() =>
        Assert.Equal("Genève", new Names([new("fr", "Genève")]).In("nl"));

    [Fact]
    public void Names_are_an_object_from_language_to_text()
    {
        var json = JsonSerializer.Serialize(Port, JsonSerializerOptions.Web);

        Assert.Equal(Port, JsonSerializer.Deserialize<Names>(json, JsonSerializerOptions.Web));
        Assert.Equal(Port.GetHashCode(), JsonSerializer.Deserialize<Names>(json, JsonSerializerOptions.Web)!.GetHashCode());
    }
}

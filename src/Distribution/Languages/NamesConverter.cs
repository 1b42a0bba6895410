using System.Text.Json;
using System.Text.Json.Serialization;

namespace Distribution.Languages;

internal sealed class NamesConverter : JsonConverter<Names>
{
    public override Names Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var texts = JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? [];
        return texts.Keys.FirstOrDefault(tag => !LanguageTag.IsValid(tag)) is { } unknown
            ? throw new JsonException($"'{unknown}' is not a language tag such as 'en' or 'es-419'.")
            : new(texts);
    }

    public override void Write(Utf8JsonWriter writer, Names value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value) writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}

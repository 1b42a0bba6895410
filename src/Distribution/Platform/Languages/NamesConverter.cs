using System.Text.Json;
using System.Text.Json.Serialization;

namespace Distribution.Platform.Languages;

/// <summary>Reads token by token: a nested reader would report its own place and not the document's.</summary>
internal sealed class NamesConverter : JsonConverter<Names>
{
    public override Names Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        Dictionary<string, string> texts = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var tag = reader.GetString()!;
            if (!reader.Read() || reader.TokenType != JsonTokenType.String) throw new JsonException();
            if (!texts.TryAdd(LanguageTag.Normalize(tag), reader.GetString()!)) throw new JsonException();
        }

        return new(texts);
    }

    public override void Write(Utf8JsonWriter writer, Names value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        foreach (var (language, text) in value) writer.WriteString(language, text);
        writer.WriteEndObject();
    }
}

using System.Text.Json;
using System.Text.Json.Serialization;

namespace Distribution.Releases.Times;

/// <summary>Reads token by token: a nested reader would report its own place and not the document's.</summary>
internal sealed class SendTimeConverter : JsonConverter<SendTimeInput>
{
    public override SendTimeInput Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new() { At = reader.GetString() };
        if (reader.TokenType != JsonTokenType.StartObject) throw new JsonException();
        SendTimeInput input = new();
        HashSet<string> seen = [];
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString()!;
            if (!seen.Add(name) || !reader.Read() || reader.TokenType is not (JsonTokenType.String or JsonTokenType.Null))
                throw new JsonException();
            input = With(input, name, reader.GetString());
        }

        return input;
    }

    public override void Write(Utf8JsonWriter writer, SendTimeInput value, JsonSerializerOptions options)
    {
        if (value == new SendTimeInput { At = value.At })
        {
            writer.WriteStringValue(value.At);
            return;
        }

        writer.WriteStartObject();
        foreach (var (name, text) in Members(value))
        {
            if (text is not null) writer.WriteString(name, text);
        }

        writer.WriteEndObject();
    }

    private static SendTimeInput With(SendTimeInput input, string name, string? value) => name switch
    {
        "at" => input with { At = value },
        "local" => input with { Local = value },
        "office" => input with { Office = value },
        "zone" => input with { Zone = value },
        "weekday" => input with { Weekday = value },
        "choice" => input with { Choice = value },
        _ => throw new JsonException(),
    };

    private static IEnumerable<(string Name, string? Value)> Members(SendTimeInput input) =>
    [
        ("at", input.At), ("local", input.Local), ("office", input.Office), ("zone", input.Zone), ("weekday", input.Weekday),
        ("choice", input.Choice),
    ];
}

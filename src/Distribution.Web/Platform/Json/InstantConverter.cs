using System.Text.Json;
using System.Text.Json.Serialization;
using Distribution.Platform.Validation;

namespace Distribution.Web.Platform.Json;

/// <summary>Instants as RFC 3339 writes them. One without an offset is refused: the server would have to guess the place.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        InstantText.Parse(reader.GetString()) ?? throw new JsonException();

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) => writer.WriteStringValue(value);
}

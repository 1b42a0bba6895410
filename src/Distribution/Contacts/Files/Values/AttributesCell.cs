using System.Text.Json;

namespace Distribution.Contacts.Files.Values;

/// <summary>Reads a cell with a JSON object, such as listmonk's <c>attributes</c>.</summary>
internal static class AttributesCell
{
    /// <summary>
    /// Its names with a text or a list of texts, trimmed; objects within are passed over. Null when the cell is no JSON object.
    /// </summary>
    public static IReadOnlyList<(string Name, IReadOnlyList<string> Texts, bool IsList)>? Read(string cell)
    {
        try
        {
            using var json = JsonDocument.Parse(cell);
            return json.RootElement.ValueKind == JsonValueKind.Object ? [.. json.RootElement.EnumerateObject().Select(Attribute)] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static (string Name, IReadOnlyList<string> Texts, bool IsList) Attribute(JsonProperty property)
    {
        var isList = property.Value.ValueKind == JsonValueKind.Array;
        IEnumerable<JsonElement> values = isList ? property.Value.EnumerateArray() : [property.Value];
        return (property.Name, [.. values.Select(Text).OfType<string>()], isList);
    }

    private static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String when StringOf(value).Trim() is { Length: > 0 } text => text,
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        JsonValueKind.Number => value.GetRawText(),
        _ => null,
    };

    // Half a surrogate pair is well-formed JSON and no text.
    private static string StringOf(JsonElement value)
    {
        try
        {
            return value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            return "";
        }
    }
}

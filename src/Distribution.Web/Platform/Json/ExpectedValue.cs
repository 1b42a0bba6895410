using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Distribution.Platform.Languages;
using Distribution.Releases.Times;

namespace Distribution.Web.Platform.Json;

/// <summary>The expected value at a place of a JSON document, in words.</summary>
/// <param name="Type">The type at the place; null where the document has no such place.</param>
internal sealed record ExpectedValue(JsonTypeInfo? Type)
{
    public string Sentence => Type switch
    {
        null => "is not known here.",
        { Kind: JsonTypeInfoKind.Enumerable } => "is a list.",
        { Kind: JsonTypeInfoKind.Object or JsonTypeInfoKind.Dictionary } => "is an object.",
        _ => Scalar(Nullable.GetUnderlyingType(Type.Type) ?? Type.Type),
    };

    public static ExpectedValue At(JsonTypeInfo root, JsonPath path)
    {
        JsonTypeInfo? at = root;
        foreach (var segment in path.Segments)
        {
            if (at.Kind == JsonTypeInfoKind.None) break;
            if (Member(at, segment) is not { } type) return new((JsonTypeInfo?)null);
            at = root.Options.GetTypeInfo(type);
        }

        return new(at);
    }

    private static Type? Member(JsonTypeInfo type, string segment) =>
        type.Kind == JsonTypeInfoKind.Object
            ? type.Properties.FirstOrDefault(property => string.Equals(property.Name, segment, StringComparison.OrdinalIgnoreCase))?.PropertyType
            : type.ElementType;

    private static string Scalar(Type type)
    {
        if (type.IsEnum) return $"is one of: {string.Join(", ", Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName))}.";
        if (type == typeof(DateTimeOffset)) return "is an instant with its offset, such as 2026-11-24T09:00:00-04:00 or 2026-11-24T13:00:00Z.";
        if (type == typeof(SendTimeInput)) return "is an instant such as 2026-11-24T09:00:00-04:00, or an object such as {\"local\": \"2026-11-24T09:00\", \"office\": \"port-of-spain\"}, with texts for at, local, office, zone, weekday and choice.";
        if (type == typeof(TimeOnly)) return "is a time of day such as 09:00 or 17:30.";
        if (type == typeof(DateOnly)) return "is a date such as 2026-12-24.";
        if (type == typeof(Names)) return "is an object from language tags to texts, such as {\"en\": \"…\", \"es-419\": \"…\"}.";
        if (type == typeof(bool)) return "is true or false.";
        return type == typeof(string) ? "is a text." : "is a number.";
    }
}

using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Distribution.Platform.Validation;

namespace Distribution.Web.Platform.Json;

/// <summary>Says which field of a body could not be read and what belongs there.</summary>
internal static class UnreadableJson
{
    /// <summary>Stands for the body as a whole.</summary>
    public const string Root = "body";

    public static void Explain(JsonException exception, JsonTypeInfo type, FieldErrors errors)
    {
        var path = JsonPath.Parse(exception.Path);
        if (exception.InnerException is JsonException)
        {
            errors.Add(path.Field ?? Root, $"is not JSON here: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}.");
            return;
        }

        var expected = ExpectedValue.At(type, path);
        var missing = Missing(exception, expected.Type);
        foreach (var name in missing) errors.Add(path.Inside(name), "is required.");
        if (missing.Count == 0) errors.Add(path.Field ?? Root, expected.Sentence);
    }

    /// <summary>The exception names the missing members in its text only, each in quotation marks.</summary>
    private static List<string> Missing(JsonException exception, JsonTypeInfo? type) =>
    [
        .. (type?.Properties ?? [])
            .Where(property => property.IsRequired && exception.Message.Contains($"'{property.Name}'", StringComparison.Ordinal))
            .Select(property => property.Name),
    ];
}

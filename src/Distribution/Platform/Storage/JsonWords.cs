using System.Text.Json;

namespace Distribution.Platform.Storage;

/// <summary>
/// Reads a column that is a JSON list of texts. Planning reads hundreds of thousands of them, nearly all short and plain.
/// </summary>
internal static class JsonWords
{
    public static IReadOnlyList<string>? Read(string json) =>
        ReadPlain(json) ?? JsonSerializer.Deserialize<IReadOnlyList<string>>(json, StoredJson.Options);

    /// <summary>The texts of <c>["en","fr"]</c>, as <see cref="StoredJson"/> writes them; null where anything is unusual.</summary>
    private static string[]? ReadPlain(string json)
    {
        if (json == "[]") return [];
        if (json.Length < 4 || !json.StartsWith("[\"", StringComparison.Ordinal) || !json.EndsWith("\"]", StringComparison.Ordinal))
            return null;
        if (json.Contains('\\', StringComparison.Ordinal)) return null;
        var words = json[2..^2].Split("\",\"");
        return Array.Exists(words, word => word.Contains('"', StringComparison.Ordinal)) ? null : words;
    }
}

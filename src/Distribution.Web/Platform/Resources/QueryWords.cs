using System.Text.Json;
using Distribution.Platform.Validation;

namespace Distribution.Web.Platform.Resources;

/// <summary>Reads the words of a fixed choice in a query, as JSON writes them.</summary>
internal static class QueryWords
{
    /// <returns>The choice; null where none is given or it is not one.</returns>
    public static T? Word<T>(this FieldErrors errors, string name, string? text)
        where T : struct, Enum
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        foreach (var value in Enum.GetValues<T>())
        {
            if (Name(value).Equals(text.Trim(), StringComparison.OrdinalIgnoreCase)) return value;
        }

        errors.Add(name, $"is one of: {string.Join(", ", Enum.GetValues<T>().Select(Name))}.");
        return null;
    }

    /// <returns>The choices, of which each is a parameter of its own.</returns>
    public static IReadOnlyList<T> Words<T>(this FieldErrors errors, string name, IReadOnlyList<string>? texts)
        where T : struct, Enum =>
        [.. (texts ?? []).Select(text => errors.Word<T>(name, text)).OfType<T>()];

    private static string Name<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.CamelCase.ConvertName(value.ToString());
}

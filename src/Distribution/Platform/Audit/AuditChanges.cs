using System.Reflection;
using System.Text.Json;
using Distribution.Platform.Storage;

namespace Distribution.Platform.Audit;

/// <summary>
/// The changes between two versions of a thing, field by field; pure. Words of a fixed choice, numbers, instants and flags are recorded. A
/// field
/// that may hold somebody's text or address is only named, since the audit outlives personal data.
/// </summary>
public static class AuditChanges
{
    /// <summary>The fields that differ, in the order in which they are declared.</summary>
    /// <param name="before">How it was; null where it was not there.</param>
    /// <param name="after">How it is; null where it is gone.</param>
    /// <param name="recorded">Further fields whose values may be recorded, by their names in the code: ids, codes and lists of
    /// these.</param>
    public static IReadOnlyList<AuditChange> Between<T>(T? before, T? after, params IReadOnlyList<string> recorded)
        where T : class =>
        [
            .. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)
                .Select(property => Compare(property, before, after, recorded.Contains(property.Name) || IsPlain(property.PropertyType)))
                .OfType<AuditChange>(),
        ];

    private static AuditChange? Compare(PropertyInfo property, object? before, object? after, bool isTold)
    {
        var (old, now) = (Value(property, before), Value(property, after));
        if (old == now) return null;
        var field = JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        return isTold ? new(field, Shown(old), Shown(now)) : new(field);
    }

    /// <summary>The field as JSON; null where it holds nothing.</summary>
    private static string? Value(PropertyInfo property, object? thing)
    {
        var value = thing is null ? null : property.GetValue(thing);
        var json = value is null ? null : JsonSerializer.Serialize(value, property.PropertyType, StoredJson.Options);
        return json is "[]" or "{}" or "\"\"" ? null : json;
    }

    private static string? Shown(string? json)
    {
        if (json is null) return null;
        using var value = JsonDocument.Parse(json);
        return value.RootElement.ValueKind == JsonValueKind.Array
            ? string.Join(", ", value.RootElement.EnumerateArray().Select(Word))
            : Word(value.RootElement);
    }

    private static string Word(JsonElement value) => value.ValueKind == JsonValueKind.String ? value.GetString()! : value.GetRawText();

    private static bool IsPlain(Type type)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        return plain.IsEnum || plain.IsPrimitive || plain == typeof(decimal) || plain == typeof(DateTimeOffset) || plain == typeof(DateOnly)
            || plain == typeof(TimeOnly) || plain == typeof(TimeSpan);
    }
}

using System.Text.Json;

namespace Distribution.Contacts.Files;

/// <summary>Where the cells of a column go; as text <c>phones</c>, or <c>phones:mobile</c> with the kind of phone or network.</summary>
public sealed record ColumnTarget(ContactField Field, string? Kind = null)
{
    private static readonly Dictionary<string, ContactField> Fields =
        Enum.GetValues<ContactField>().ToDictionary(NameOf, field => field, StringComparer.OrdinalIgnoreCase);

    /// <summary>The names that fields have in a mapping.</summary>
    public static IReadOnlyCollection<string> FieldNames => Fields.Keys;

    /// <summary>The field's name in a mapping: <c>otherAddresses</c>.</summary>
    public static string NameOf(ContactField field) => JsonNamingPolicy.CamelCase.ConvertName(field.ToString());

    /// <summary>Reads what <see cref="ToString"/> writes; null when there is no such field.</summary>
    public static ColumnTarget? Parse(string text)
    {
        var parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        return Fields.TryGetValue(parts[0], out var field) ? new(field, parts is [_, { Length: > 0 } kind] ? kind : null) : null;
    }

    public override string ToString() => Kind is null ? NameOf(Field) : $"{NameOf(Field)}:{Kind}";
}

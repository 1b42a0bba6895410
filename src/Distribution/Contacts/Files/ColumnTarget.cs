using System.Text.Json;
using Distribution.Contacts.Files.Values;

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
        if (!Fields.TryGetValue(parts[0], out var field)) return null;
        var kind = parts is [_, { Length: > 0 } named] ? named : null;
        return field == ContactField.MailStatus && kind is not null && !MailStatusWords.IsKind(kind) ? null : new(field, kind);
    }

    public override string ToString() => Kind is null ? NameOf(Field) : $"{NameOf(Field)}:{Kind}";
}

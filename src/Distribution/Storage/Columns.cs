using System.Reflection;
using System.Text.Json;
using Azure.Data.Tables;

namespace Distribution.Storage;

/// <summary>
/// Writes a record into a table row and back, a column per property: text, numbers, flags and instants as they are, enumerations as words,
/// everything else as JSON. Text over 32,000 characters goes on in columns named <c>Body_1</c>, <c>Body_2</c> … (a column holds 32 K characters).
/// </summary>
internal static class Columns<T>
    where T : class
{
    private const int Longest = 32_000;

    private static readonly PropertyInfo[] Properties =
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite)];

    /// <summary>The columns that <typeparamref name="T"/> fills, in declared order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Properties.Select(property => property.Name)];

    /// <summary>Sets the record's columns on a row and leaves columns that it does not know as they are.</summary>
    public static TableEntity Write(T value, TableEntity row)
    {
        foreach (var property in Properties) Set(row, property.Name, Cell(property, property.GetValue(value)));
        return row;
    }

    public static T Read(TableEntity row)
    {
        var value = Activator.CreateInstance<T>();
        foreach (var property in Properties)
        {
            if (Value(property, row) is { } found) property.SetValue(value, found);
        }

        return value;
    }

    private static void Set(TableEntity row, string name, object? cell)
    {
        for (var part = 1; row.Remove($"{name}_{part}"); part++) { }
        if (cell is not string { Length: > Longest } text)
        {
            row[name] = cell;
            return;
        }

        for (var (part, start) = (0, 0); start < text.Length; part++, start += Longest)
        {
            row[part == 0 ? name : $"{name}_{part}"] = text.Substring(start, Math.Min(Longest, text.Length - start));
        }
    }

    private static object? Cell(PropertyInfo property, object? value) => value switch
    {
        null or string or bool or int or long or double or DateTimeOffset => value,
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        _ => JsonSerializer.Serialize(value, property.PropertyType, StoredJson.Options),
    };

    private static object? Value(PropertyInfo property, TableEntity row)
    {
        if (!row.TryGetValue(property.Name, out var cell) || cell is null) return null;
        var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
        if (type == typeof(string)) return Joined(row, property.Name, (string)cell);
        if (type.IsEnum) return Enum.Parse(type, (string)cell, ignoreCase: true);
        if (type == typeof(long) && cell is int small) return (long)small;
        if (type == cell.GetType()) return cell;
        return JsonSerializer.Deserialize(Joined(row, property.Name, (string)cell), property.PropertyType, StoredJson.Options);
    }

    private static string Joined(TableEntity row, string name, string text)
    {
        for (var part = 1; row.TryGetValue($"{name}_{part}", out var more); part++) text += (string)more;
        return text;
    }
}

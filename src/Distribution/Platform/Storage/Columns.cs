using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using Azure.Data.Tables;

namespace Distribution.Platform.Storage;

/// <summary>
/// Writes a record into a table row and back, a column per property: text, numbers, flags and instants as they are, enumerations as words,
/// bytes as they are, everything else as JSON. A value longer than a column holds (32 K characters, 64 KiB) continues in columns named
/// <c>Body_1</c>, <c>Body_2</c> …
/// </summary>
internal static class Columns<T>
    where T : class
{
    private const int Longest = 32_000;

    private const int LongestBytes = 64_000;

    private static readonly Column[] Properties =
        [.. typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(property => property.CanWrite).Select(property => new Column(property))];

    /// <summary>The columns that <typeparamref name="T"/> fills, in declared order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Properties.Select(property => property.Name)];

    /// <summary>Sets the record's columns on a row and leaves columns that it does not know as they are.</summary>
    public static TableEntity Write(T value, TableEntity row)
    {
        foreach (var property in Properties) Set(row, property.Name, Cell(property, property.Get(value)));
        return row;
    }

    public static T Read(TableEntity row)
    {
        var value = Activator.CreateInstance<T>();
        foreach (var property in Properties)
        {
            if (Value(property, row) is { } found) property.Set(value, found);
        }

        return value;
    }

    private static void Set(TableEntity row, string name, object? cell)
    {
        for (var part = 1; row.Remove($"{name}_{part}"); part++) { }
        foreach (var (part, piece) in Pieces(cell).Index()) row[part == 0 ? name : $"{name}_{part}"] = piece;
    }

    private static IEnumerable<object?> Pieces(object? cell) => cell switch
    {
        string { Length: > Longest } text => Cut(text),
        byte[] { Length: > LongestBytes } bytes => bytes.Chunk(LongestBytes),
        _ => [cell],
    };

    private static IEnumerable<string> Cut(string text)
    {
        for (var (start, end) = (0, 0); start < text.Length; start = end)
        {
            end = Math.Min(start + Longest, text.Length);
            if (end < text.Length && char.IsHighSurrogate(text[end - 1])) end--;
            yield return text[start..end];
        }
    }

    private static object? Cell(Column property, object? value) => value switch
    {
        null or string or bool or int or long or double or DateTimeOffset or byte[] => value,
        Enum word => JsonNamingPolicy.CamelCase.ConvertName(word.ToString()),
        _ => JsonSerializer.Serialize(value, property.Type, StoredJson.Options),
    };

    private static object? Value(Column property, TableEntity row)
    {
        if (!row.TryGetValue(property.Name, out var cell) || cell is null) return null;
        var type = property.CellType;
        if (type == typeof(string)) return Joined(row, property.Name, (string)cell);
        if (type == typeof(byte[])) return Joined(row, property.Name, (byte[])cell);
        if (type.IsEnum) return Enum.Parse(type, (string)cell, ignoreCase: true);
        if (type == typeof(long) && cell is int small) return (long)small;
        if (type == cell.GetType()) return cell;
        if (type == typeof(IReadOnlyList<string>)) return JsonWords.Read(Joined(row, property.Name, (string)cell));
        return JsonSerializer.Deserialize(Joined(row, property.Name, (string)cell), property.Type, StoredJson.Options);
    }

    private static string Joined(TableEntity row, string name, string text)
    {
        for (var part = 1; row.TryGetValue($"{name}_{part}", out var more); part++) text += (string)more;
        return text;
    }

    private static byte[] Joined(TableEntity row, string name, byte[] bytes)
    {
        for (var part = 1; row.TryGetValue($"{name}_{part}", out var more); part++) bytes = [.. bytes, .. (byte[])more];
        return bytes;
    }

    /// <summary>A property, read and written by compiled code: planning reads hundreds of thousands.</summary>
    private sealed class Column(PropertyInfo property)
    {
        public string Name { get; } = property.Name;

        public Type Type { get; } = property.PropertyType;

        /// <summary>The type without its question mark.</summary>
        public Type CellType { get; } = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;

        public Func<T, object?> Get { get; } = Getter(property);

        public Action<T, object> Set { get; } = Setter(property);

        private static Func<T, object?> Getter(PropertyInfo property)
        {
            var record = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(record, property), typeof(object)), record).Compile();
        }

        private static Action<T, object> Setter(PropertyInfo property)
        {
            var (record, value) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(object)));
            var assignment = Expression.Assign(Expression.Property(record, property), Expression.Convert(value, property.PropertyType));
            return Expression.Lambda<Action<T, object>>(assignment, record, value).Compile();
        }
    }
}

using System.Collections;
using System.Globalization;
using System.Reflection;
using Distribution.Contacts.Files;

namespace Distribution.Tests.Contacts.Files;

/// <summary>Compares rows value by value, lists too.</summary>
internal static class SameRow
{
    private static readonly PropertyInfo[] Values =
    [
        .. typeof(ContactRow).GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(property => property.Name != nameof(ContactRow.Columns)),
    ];

    public static void Assert(ContactRow expected, ContactRow actual) => Xunit.Assert.Equal(Lines(expected), Lines(actual));

    public static bool Get(ContactRow expected, ContactRow actual) => Lines(expected).SequenceEqual(Lines(actual));

    private static IEnumerable<string> Lines(ContactRow row) =>
        Values.Select(property => $"{property.Name}: {Text(property.GetValue(row))}");

    private static string Text(object? value) => value switch
    {
        string text => $"\"{text}\"",
        IEnumerable list => $"[{string.Join(" | ", list.Cast<object>().Select(Text))}]",
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}

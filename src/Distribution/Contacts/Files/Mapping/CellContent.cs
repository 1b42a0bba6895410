using System.Text.RegularExpressions;
using Distribution.Contacts.Files.Values;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Files.Mapping;

/// <summary>Guesses the field of a column from its cells, where its name is unknown.</summary>
internal static partial class CellContent
{
    private static readonly (ContactField Field, Predicate<string> Fits)[] Kinds =
    [
        (ContactField.Address, IsAddress),
        (ContactField.Phones, Phone().IsMatch),
        (ContactField.TimeZone, TimeZones.IsKnown),
        (ContactField.Countries, cell => !IsLowerCode(cell) && NameTable.Countries.Find(cell) is not null),
        (ContactField.Languages, cell => LanguageNames.Find(cell) is not null),
        (ContactField.Name, FullName().IsMatch),
    ];

    public static bool IsAddress(string cell) => Address().IsMatch(cell);

    /// <summary>The kind of value that most cells hold; null when there is none.</summary>
    public static ContactField? Guess(IEnumerable<string> cells)
    {
        var filled = cells.Where(cell => cell.Length > 0).ToList();
        if (filled.Count == 0) return null;
        var (field, fits) = Kinds.FirstOrDefault(kind => filled.Count(cell => kind.Fits(cell)) * 2 > filled.Count);
        return fits is null ? null : field;
    }

    // In two small letters a language is more likely meant.
    private static bool IsLowerCode(string cell) => cell.Length == 2 && cell.All(char.IsLower);

    [GeneratedRegex(@"^[^@\s]+@[^@\s.]+(\.[^@\s.]+)+$|<[^@\s<>]+@[^@\s<>]+>$", RegexOptions.CultureInvariant)]
    private static partial Regex Address();

    [GeneratedRegex(@"^'?\+?[\d(][\d ()./-]{5,20}\d$", RegexOptions.CultureInvariant)]
    private static partial Regex Phone();

    [GeneratedRegex(@"^\p{L}[\p{L}.'’-]*( \p{L}[\p{L}.'’-]*){1,3}$", RegexOptions.CultureInvariant)]
    private static partial Regex FullName();
}

using System.Text.RegularExpressions;
using Distribution.Platform.Languages;

namespace Distribution.Contacts.Files.Values;

/// <summary>Reads a language as people and programs write it.</summary>
internal static partial class LanguageNames
{
    /// <summary>
    /// The tag of <c>French</c>, <c>francés</c>, <c>fr_CA</c> or <c>French (Canada)</c>; null when it is no language we know.
    /// </summary>
    public static string? Find(string text)
    {
        var tag = text.Replace('_', '-');
        if (LanguageTag.IsValid(tag)) return LanguageTag.Normalize(tag);
        if (NameTable.Languages.Find(text) is { } language) return language;
        return WithCountry().Match(text) is { Success: true } parts ? Get(parts.Groups[1].Value, parts.Groups[2].Value) : null;
    }

    private static string? Get(string language, string country) =>
        NameTable.Languages.Find(language) is { } tag && NameTable.Countries.Find(country) is { } code ? $"{tag}-{code}" : null;

    [GeneratedRegex(@"^(\w+) *(?:\(| - )([^)]+)\)?$", RegexOptions.CultureInvariant)]
    private static partial Regex WithCountry();
}

using System.Collections.Concurrent;
using System.Globalization;
using Distribution.Platform.Validation;
using PhoneNumbers;

namespace Distribution.Platform.Languages;

/// <summary>
/// Names of countries in a language. From the data of the telephone library: the platform remembers a name in whichever language asked
/// first.
/// </summary>
public static class CountryNames
{
    private static readonly ConcurrentDictionary<string, IReadOnlyList<KeyValuePair<string, string>>> Lists = [];

    /// <summary>The name of a country; its code where the data has none.</summary>
    /// <param name="code">ISO 3166-1 alpha-2.</param>
    /// <param name="language">A language tag.</param>
    public static string In(string code, string language)
    {
        var name = new Locale("", code).GetDisplayCountry(LanguageTag.Primary(language));
        return string.IsNullOrEmpty(name) ? code : name;
    }

    /// <summary>Codes and names of all countries, in the order of the names.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> All(string language) => Lists.GetOrAdd(LanguageTag.Primary(language), Sorted);

    private static IReadOnlyList<KeyValuePair<string, string>> Sorted(string language)
    {
        var order = StringComparer.Create(CultureInfo.GetCultureInfo(language), ignoreCase: true);
        return [.. Countries.All.Select(code => KeyValuePair.Create(code, In(code, language))).OrderBy(country => country.Value, order)];
    }
}

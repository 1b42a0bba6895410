using System.Globalization;

namespace Distribution.Validation;

/// <summary>ISO 3166-1 alpha-2 country codes.</summary>
public static class Countries
{
    private static readonly HashSet<string> Known =
    [
        .. CultureInfo.GetCultures(CultureTypes.SpecificCultures)
            .Select(culture => culture.Name.Split('-')[^1])
            .Where(region => region.Length == 2 && region.All(char.IsAsciiLetterUpper)),
    ];

    /// <summary>Whether it is the code of a country, in capitals.</summary>
    public static bool IsKnown(string? code) => code is not null && Known.Contains(code);
}

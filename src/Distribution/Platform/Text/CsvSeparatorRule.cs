using System.Globalization;

namespace Distribution.Platform.Text;

/// <summary>Chooses the separator with which somebody's spreadsheet program opens a file right; pure.</summary>
public static class CsvSeparatorRule
{
    /// <param name="languages">Their languages with regions, best first; the region counts: Mexico writes 1.5, Spain 1,5.</param>
    /// <returns>A semicolon where the first known language writes decimals with a comma; else a comma.</returns>
    public static CsvSeparator Choose(IEnumerable<string> languages)
    {
        foreach (var language in languages)
        {
            if (Find(language) is { } culture)
                return culture.NumberFormat.NumberDecimalSeparator == "," ? CsvSeparator.Semicolon : CsvSeparator.Comma;
        }

        return CsvSeparator.Comma;
    }

    private static CultureInfo? Find(string language)
    {
        try
        {
            return CultureInfo.GetCultureInfo(language, predefinedOnly: true) is { Name.Length: > 0 } culture ? culture : null;
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}

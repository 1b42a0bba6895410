using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Validation;

/// <summary>Ids that people choose and read: lower-case letters, digits and hyphens, 1 to 63, not beginning with a hyphen.</summary>
public static partial class Ids
{
    public const string Pattern = @"^[a-z0-9][a-z0-9-]{0,62}\z";

    private const int Longest = 63;

    public static bool IsValid(string? id) => id is not null && Form().IsMatch(id);

    /// <summary>
    /// An id from a name: <c>Port d'Espagne</c> becomes <c>port-d-espagne</c>; empty where the name has no Latin letter or digit.
    /// </summary>
    public static string From(string name)
    {
        var plain = new string([.. name.Normalize(NormalizationForm.FormD).Where(letter =>
            CharUnicodeInfo.GetUnicodeCategory(letter) != UnicodeCategory.NonSpacingMark)]);
        var id = Gap().Replace(plain.ToLowerInvariant(), "-").Trim('-');
        return (id.Length <= Longest ? id : id[..Longest]).TrimEnd('-');
    }

    [GeneratedRegex(Pattern, RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex("[^a-z0-9]+", RegexOptions.CultureInvariant)]
    private static partial Regex Gap();
}

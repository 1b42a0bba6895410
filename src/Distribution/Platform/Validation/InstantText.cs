using System.Globalization;
using System.Text.RegularExpressions;

namespace Distribution.Platform.Validation;

/// <summary>Reads instants as RFC 3339, section 5.6, writes them; seconds may be left out. One without an offset is none.</summary>
public static partial class InstantText
{
    /// <summary>Between these a time can be counted in any zone.</summary>
    private const int FirstYear = 1970;
    private const int LastYear = 9998;

    /// <returns>Null when it is no instant.</returns>
    public static DateTimeOffset? Parse(string? text) =>
        text is not null
            && Form().IsMatch(text)
            && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant)
            ? instant
            : null;

    /// <returns>Date and time of a clock somewhere; null when it is none, has an offset, or lies before 1970.</returns>
    public static DateTime? ParseLocal(string? text) =>
        text is not null
            && LocalForm().IsMatch(text)
            && DateTime.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is >= FirstYear and <= LastYear
            ? local
            : null;

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,7})?)?(Z|[+-]\d{2}:\d{2})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();

    [GeneratedRegex(@"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex LocalForm();
}

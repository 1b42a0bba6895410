using System.Globalization;
using Distribution.Audiences.Subscriptions;
using Distribution.Readers.Preferences;
using Microsoft.AspNetCore.Http;

namespace Distribution.Web.Readers.Preferences;

/// <summary>Reads the preferences forms of a request.</summary>
internal static class PreferencesForm
{
    public const string ListPrefix = "list.";

    public static PreferencesChoices Choices(IFormCollection form) => new()
    {
        Lists = form.Keys.Where(key => key.StartsWith(ListPrefix, StringComparison.Ordinal))
            .ToDictionary(
                key => key[ListPrefix.Length..],
                key => Enum.TryParse<Frequency>(form[key], ignoreCase: true, out var frequency) ? frequency : (Frequency?)null),
        Languages = Several(form, "languages"),
        Topics = Several(form, "topics"),
        NotTopics = Several(form, "notTopics"),
        Countries = Several(form, "countries"),
        TimeZone = Text(form, "timeZone"),
        DigestHour = int.TryParse(form["digestHour"], NumberStyles.None, CultureInfo.InvariantCulture, out var hour) ? hour : -1,
        LaterTranslations = form["laterTranslations"].Count > 0,
        PausedUntil = DateOnly.TryParseExact(
            form["pausedUntil"], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null,
    };

    /// <summary>The version of what the form was made from; null for a form without.</summary>
    public static string? Version(IFormCollection form) => Text(form, "version");

    public static OwnDetails Details(IFormCollection form) => new()
    {
        Name = Text(form, "name"),
        GivenName = Text(form, "givenName"),
        FamilyName = Text(form, "familyName"),
        Phones = [.. form["phones"].ToString().Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
        OtherAddresses = Several(form, "otherAddresses"),
        LeftOutlets = Several(form, "leftOutlets"),
        NewOutlet = Text(form, "newOutlet"),
    };

    private static string? Text(IFormCollection form, string field) => form[field].ToString().Trim() is { Length: > 0 } text ? text : null;

    private static IReadOnlyList<string> Several(IFormCollection form, string field) =>
        [.. form[field].Where(value => !string.IsNullOrEmpty(value)).Select(value => value!).Distinct()];
}

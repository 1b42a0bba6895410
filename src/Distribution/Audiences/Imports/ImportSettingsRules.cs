using Distribution.Audiences.MediaLists;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Imports;

/// <summary>Validates the settings of an import; pure.</summary>
public static class ImportSettingsRules
{
    private const int MostStatusValues = 200;
    private const int LongestSource = 300;
    private const int LongestBasis = 100;
    private const int LongestEvidence = 1_000;

    /// <summary>The settings in the form that is kept.</summary>
    public static ImportSettings Check(
        ImportSettings settings, IReadOnlyDictionary<string, MediaList> lists, DateTimeOffset now, FieldErrors errors)
    {
        errors.Require(settings.StatusValues.Count <= MostStatusValues, "statusValues", $"has more than {MostStatusValues} values.");
        return Kept(settings, lists, now, errors);
    }

    private static ImportSettings Kept(
        ImportSettings settings, IReadOnlyDictionary<string, MediaList> lists, DateTimeOffset now, FieldErrors errors) => settings with
        {
            Source = errors.Line("source", settings.Source, LongestSource),
            SourceDate = errors.Past("sourceDate", settings.SourceDate ?? now, now),
            Language = errors.Language("language", settings.Language),
            Country = settings.Country is null ? null : errors.Country("country", settings.Country),
            Lists = errors.Known("lists", settings.Lists, lists, "a media list"),
            Basis = settings.Lists.Count == 0 ? null : errors.Line("basis", settings.Basis ?? "", LongestBasis),
            Evidence = settings.Lists.Count == 0 ? null : errors.Text("evidence", settings.Evidence ?? "", LongestEvidence),
        };
}

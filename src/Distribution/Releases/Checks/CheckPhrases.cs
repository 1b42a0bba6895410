using System.Globalization;
using Distribution.Platform.Languages;

namespace Distribution.Releases.Checks;

/// <summary>The sentences of the checks.</summary>
public static class CheckPhrases
{
    /// <summary>The name of a day of the week in each language of the sentences.</summary>
    public static Names DayInAll(DayOfWeek day) => new(Book.All.Select(phrases =>
        KeyValuePair.Create(phrases.Language, CultureInfo.GetCultureInfo(phrases.Language).DateTimeFormat.GetDayName(day))));

    public static PhraseBook Book { get; } = new(typeof(CheckPhrases).Assembly, "Distribution.Releases.Checks.Phrases");
}

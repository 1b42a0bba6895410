using System.Globalization;
using System.Text.RegularExpressions;
using Distribution.Platform.Text;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;

namespace Distribution.Releases.Checks;

/// <summary>Checks a text for things that authors overlook; pure.</summary>
public static partial class TextChecks
{
    /// <summary>Characters of a subject that telephones show in a list of mails, give or take.</summary>
    public const int ShownOnTelephones = 70;

    private static readonly Dictionary<string, string> Todays = new()
    {
        ["en"] = "today",
        ["fr"] = "aujourd'hui",
        ["es"] = "hoy",
        ["pt"] = "hoje",
    };

    public static IEnumerable<CheckFinding> Run(CheckSubject subject) =>
        subject.Texts.Count == 0
            ? [CheckFinding.Error(CheckIds.NoText, "translations")]
            : subject.Texts.SelectMany(text => Run(subject, text));

    private static IEnumerable<CheckFinding> Run(CheckSubject subject, Translation text)
    {
        var where = $"translations.{text.Language}";
        var length = new StringInfo(text.Headline).LengthInTextElements;
        if (length > ShownOnTelephones)
            yield return CheckFinding.Warning(CheckIds.HeadlineLong, $"{where}.headline", ("length", length), ("most", ShownOnTelephones));
        foreach (var (field, words) in Fields(text))
        {
            if (PlaceholderIn(words, text.Language) is { } left)
                yield return CheckFinding.Warning(CheckIds.Placeholder, $"{where}.{field}", ("text", left.Trim()));
            foreach (var date in DatesInText.WrongWeekdays(words, text.Language, Day(subject)))
                yield return CheckFinding.Warning(CheckIds.WeekdayWrong, $"{where}.{field}", ("text", date.Text)) with
                {
                    Day = CheckPhrases.DayInAll(date.RealDay),
                };
        }

        if (Today(subject, text) is { } today) yield return today;
        foreach (var image in Prose.Parse(text.Body).ImagesWithoutAlt)
            yield return CheckFinding.Warning(CheckIds.ImageAlt, $"{where}.body", ("image", image));
    }

    private static IEnumerable<(string Field, string Words)> Fields(Translation text)
    {
        yield return ("headline", text.Headline);
        if (text.Subheading is { } subheading) yield return ("subheading", subheading);
        if (text.Summary is { } summary) yield return ("summary", summary);
        yield return ("body", text.Body);
    }

    /// <summary>In Spanish and Portuguese <c>TODO</c> is a word, in a headline in capitals too.</summary>
    private static string? PlaceholderIn(string words, string language) => Placeholder().Matches(words).Select(match => match.Value)
        .FirstOrDefault(found => found != "TODO" || LanguagePart(language) is not ("es" or "pt"));

    /// <summary>"Today" in a text whose dateline names another day than that of sending.</summary>
    private static CheckFinding? Today(CheckSubject subject, Translation text)
    {
        if (!Todays.TryGetValue(LanguagePart(text.Language), out var today)) return null;
        var words = text.Body.Replace('’', '\'');
        if (!Regex.IsMatch(
            words, $@"(?<!\p{{L}}){Regex.Escape(today)}(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)) return null;
        var opening = text.Dateline ?? Beginning().Match(Prose.Parse(text.Body).Opening).Value;
        var day = Day(subject);
        return DatesInText.First(opening, text.Language, day) is { } named && named != day
            ? CheckFinding.Warning(CheckIds.TodayElsewhere, $"translations.{text.Language}.body", ("word", today)) with
            {
                Time = TimeText.DayInAll(named)
            }
            : null;
    }

    private static DateOnly Day(CheckSubject subject) => DateOnly.FromDateTime(ReleaseDate.At(subject.SendAt, subject.Office).DateTime);

    private static string LanguagePart(string tag) => tag.Split('-')[0];

    // Signs in capitals only: "todo" is a word, and XX a century.
    [GeneratedRegex(
        @"\b(XXX+|TBC|TBD|TODO|FIXME|TK TK)\b|\?\?\?+|\{\{.*?\}\}"
        + @"|(?i:\[(insert|insérer|insertar|à compléter|por completar|name|nom|nombre|date|fecha)\b[^\]]*\]"
        + @"|lorem ipsum|à compléter|por completar)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    /// <summary>The words before the first dash of a text, where a dateline would be.</summary>
    [GeneratedRegex(@"^.{1,80}?(?=\s*(–|—|―|--)|\s+-\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}

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
            if (LostLetter().Match(words) is { Success: true } lost)
                yield return CheckFinding.Warning(CheckIds.CharacterLost, $"{where}.{field}", ("text", lost.Value));
            if (PlaceholderIn(words, text.Language) is { } left)
                yield return CheckFinding.Warning(CheckIds.Placeholder, $"{where}.{field}", ("text", left.Trim()));
            foreach (var date in DatesInText.WrongWeekdays(words, text.Language, Day(subject)))
                yield return CheckFinding.Warning(CheckIds.WeekdayWrong, $"{where}.{field}", ("text", date.Text), ("day", date.RealDay));
        }

        var body = Prose.Parse(text.Body);
        foreach (var finding in MarkupIn(text, body, where)) yield return finding;
        if (Today(subject, text, body) is { } today) yield return today;
        foreach (var image in body.ImagesWithoutAlt)
            yield return CheckFinding.Warning(CheckIds.ImageAlt, $"{where}.body", ("image", image));
    }

    private static IEnumerable<(string Field, string Words)> Fields(Translation text)
    {
        yield return ("headline", text.Headline);
        if (text.Subheading is { } subheading) yield return ("subheading", subheading);
        if (text.Summary is { } summary) yield return ("summary", summary);
        if (text.Dateline is { } dateline) yield return ("dateline", dateline);
        // A text that came as HTML has a backslash before each sign that Markdown could take for its own.
        yield return ("body", Escape().Replace(text.Body, "$1"));
    }

    private static IEnumerable<CheckFinding> MarkupIn(Translation text, Prose body, string where)
    {
        foreach (var (field, words) in new[]
        {
            ("headline", text.Headline), ("subheading", text.Subheading), ("summary", text.Summary), ("dateline", text.Dateline),
        })
        {
            if (Markup.FindInLine(words ?? "") is { } found)
                yield return CheckFinding.Warning(CheckIds.Markup, $"{where}.{field}", ("text", found));
        }

        if (Markup.FindInBody(body.PlainText) is { } shown)
            yield return CheckFinding.Warning(CheckIds.Markup, $"{where}.body", ("text", shown));
    }

    /// <summary>In Spanish and Portuguese <c>TODO</c> is a word, in a headline in capitals too.</summary>
    private static string? PlaceholderIn(string words, string language) => Placeholder().Matches(words).Select(match => match.Value)
        .FirstOrDefault(found => found != "TODO" || LanguagePart(language) is not ("es" or "pt"));

    /// <summary>"Today" in a text whose dateline names another day than that of sending.</summary>
    private static CheckFinding? Today(CheckSubject subject, Translation text, Prose body)
    {
        if (!Todays.TryGetValue(LanguagePart(text.Language), out var today)) return null;
        var words = text.Body.Replace('’', '\'');
        if (!Regex.IsMatch(
            words, $@"(?<!\p{{L}}){Regex.Escape(today)}(?!\p{{L}})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)) return null;
        var opening = text.Dateline ?? Beginning().Match(body.Opening).Value;
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

    // Some signs in capitals only: "todo" is a word, and XX a century. Fields of mail programs stand between signs of their own, and of the
    // brackets those are meant that lead nowhere.
    [GeneratedRegex(
        @"\b(XXX+|TODO|FIXME|TK TK|(?:TK)+)\b|\?\?\?+|\{\{.*?\}\}|\{%.*?%\}|\$?\{[A-Za-z_.]{2,40}\}|\*\|[^|\n]{1,60}\|\*"
        + @"|<<[^<>\n]{1,60}>>|\[\[[^\[\]\n]{1,60}\]\](?!\()|(?<![\w%])%{1,2}[A-Za-z_]+(?:[._-][A-Za-z_]+)*%{1,2}(?!\w)|\#\#[A-Za-z_]+\#\#"
        + @"|\[(?:[●•◦■_\s]+|[xX]{1,4})\](?!\()"
        + @"|(?i:\bTB[ACD]\b"
        + @"|\[(?:insert|insérer|insertar|à compléter|por completar|name|nom|nombre|date|fecha|(?:first|last|full|given|sur|user)[ _-]?name"
        + @"|[fl]name|prénom|apellidos?|email|e-mail|company|city)\b[^\]\n]*\](?!\()"
        + @"|\[[^\[\]\n]*\b(?:to come|à venir|por venir|a completar)\b[^\[\]\n]*\](?!\()"
        + @"|lorem ipsum|à compléter|por completar|à confirmer|por confirmar)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    /// <summary>A word with the sign for a lost letter, or with one that only a font of its author has.</summary>
    [GeneratedRegex(@"[^\s\uFFFD\uE000-\uF8FF]{0,20}[\uFFFD\uE000-\uF8FF]\S{0,20}", RegexOptions.CultureInvariant)]
    private static partial Regex LostLetter();

    [GeneratedRegex(@"\\([!-/:-@\[-`{-~])", RegexOptions.CultureInvariant)]
    private static partial Regex Escape();

    /// <summary>The words before the first dash of a text, where a dateline would be.</summary>
    [GeneratedRegex(@"^.{1,80}?(?=\s*(–|—|―|--)|\s+-\s)", RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();
}

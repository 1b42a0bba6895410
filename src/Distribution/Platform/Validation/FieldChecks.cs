using Distribution.Platform.Addresses;
using Distribution.Platform.Languages;
using Distribution.Platform.Text;

namespace Distribution.Platform.Validation;

/// <summary>
/// Checks of single fields. Each gives the value back in the form that is kept, and adds a message where it is not right.
/// </summary>
public static class FieldChecks
{
    private const int LongestLine = 200;
    private const int MostEntries = 100;

    public static string Id(this FieldErrors errors, string field, string id)
    {
        errors.Require(Ids.IsValid(id), field, "is 1 to 63 lower-case letters, digits and hyphens.");
        return id;
    }

    /// <summary>One line that is not empty, with the letters that were meant.</summary>
    public static string Line(this FieldErrors errors, string field, string text, int longest = LongestLine)
    {
        var line = TextCharacters.MendLine(text).Trim();
        errors.Require(line.Length > 0, field, "is required.");
        errors.Require(line.Length <= longest, field, $"has at most {longest} characters.");
        if (line.AsSpan().ContainsAny('\n', '\r')) errors.Add(field, "is one line of text.");
        else if (TextCharacters.StrayInLine(line) is { } stray)
            errors.Add(field, $"has {stray}, which breaks, turns or hides in the line. Type it again instead of pasting it.");
        if (EncodedWords.Decode(line) is { } decoded)
            errors.Add(field, $"is encoded as in the head of a mail. Send it as it reads: {decoded}");
        return line;
    }

    /// <summary>One line, or null where there is nothing.</summary>
    public static string? OptionalLine(this FieldErrors errors, string field, string? text, int longest = LongestLine) =>
        string.IsNullOrWhiteSpace(text) ? null : errors.Line(field, text, longest);

    /// <summary>Lines of text that is not empty, with the letters that were meant; its line ends are <c>\n</c>.</summary>
    public static string Text(this FieldErrors errors, string field, string text, int longest)
    {
        var trimmed = TextCharacters.Mend(text).ReplaceLineEndings("\n").Trim();
        errors.Require(trimmed.Length > 0, field, "is required.");
        errors.Require(trimmed.Length <= longest, field, $"has at most {longest} characters.");
        if (TextCharacters.Stray(trimmed) is { } stray) errors.Add(field, $"has {stray}, which is no part of a text. Delete it.");
        return trimmed;
    }

    /// <summary>The same in Markdown that can be read and written.</summary>
    public static string Markdown(this FieldErrors errors, string field, string text, int longest)
    {
        var kept = errors.Text(field, text, longest);
        if (kept.Length <= longest && ProseShape.Problem(kept) is { } problem) errors.Add(field, problem);
        return kept;
    }

    /// <summary>An instant that is not in the future; a clock may be some minutes ahead of ours.</summary>
    public static DateTimeOffset Past(this FieldErrors errors, string field, DateTimeOffset instant, DateTimeOffset now)
    {
        errors.Require(instant <= now.AddMinutes(5), field, "lies in the future.");
        return instant.ToUniversalTime();
    }

    /// <summary>A name in at least one language.</summary>
    public static Names Names(this FieldErrors errors, string field, Names names)
    {
        errors.Require(!names.IsEmpty, field, "is required in at least one language.");
        return errors.OptionalNames(field, names);
    }

    public static Names OptionalNames(this FieldErrors errors, string field, Names names) =>
        errors.EachLanguage(field, names, (entry, name) => errors.Line(entry, name));

    /// <summary>Lines of text by language.</summary>
    public static Names Texts(this FieldErrors errors, string field, Names texts, int longest) =>
        errors.EachLanguage(field, texts, (entry, text) => errors.Text(entry, text, longest));

    /// <summary>Markdown by language.</summary>
    public static Names MarkdownTexts(this FieldErrors errors, string field, Names texts, int longest) =>
        errors.EachLanguage(field, texts, (entry, text) => errors.Markdown(entry, text, longest));

    public static string Language(this FieldErrors errors, string field, string tag)
    {
        if (LanguageTag.IsValid(tag)) return LanguageTag.Normalize(tag);
        errors.Add(field, "is not a language tag such as en or es-419.");
        return tag;
    }

    public static IReadOnlyList<string> Languages(this FieldErrors errors, string field, IReadOnlyList<string> tags)
    {
        errors.Few(field, tags);
        return [.. tags.Select((tag, index) => errors.Language($"{field}.{index}", tag)).Distinct()];
    }

    /// <summary>No more entries than a row has room for.</summary>
    public static void Few<T>(this FieldErrors errors, string field, IEnumerable<T> entries) =>
        errors.Require(entries.Count() <= MostEntries, field, $"has at most {MostEntries} entries.");

    public static string Country(this FieldErrors errors, string field, string country)
    {
        errors.Require(Countries.IsKnown(country), field, "is not a country code (ISO 3166-1 alpha-2) such as TT.");
        return country;
    }

    public static string TimeZone(this FieldErrors errors, string field, string zone)
    {
        errors.Require(TimeZones.IsKnown(zone), field, "is not a time zone such as America/Port_of_Spain.");
        return zone;
    }

    public static string Address(this FieldErrors errors, string field, string text)
    {
        var check = AddressRule.Check(text);
        if (check is AddressCheck.Refused refused) errors.Add(field, refused.Sentence);
        return check is AddressCheck.Accepted accepted ? accepted.Address.ToString() : text;
    }

    public static string? Phone(this FieldErrors errors, string field, string? text, string? country)
    {
        if (string.IsNullOrWhiteSpace(text)) return null;
        if (Phones.Parse(text, country) is { } phone) return phone;
        errors.Add(field, "is not a telephone number such as +44 20 7946 0958.");
        return text;
    }

    public static string Website(this FieldErrors errors, string field, string text)
    {
        var written = Uri.TryCreate(text, UriKind.Absolute, out var parsed) && parsed.Scheme == Uri.UriSchemeHttps && text.Length <= 2000
            ? parsed
            : null;
        errors.Require(written is not null, field, "is an address that begins with https://.");
        if (written is null) return text;
        var address = WebAddress.Normalize(written);
        errors.Require(address is not null, field, "has a host that is no domain name in any script: compare it with the original.");
        return address is null || ReferenceEquals(address, written) ? text : address.AbsoluteUri;
    }

    private static Names EachLanguage(this FieldErrors errors, string field, Names texts, Func<string, string, string> check)
    {
        errors.Few(field, texts);
        return new(texts.Select(
            text => KeyValuePair.Create(errors.Language($"{field}.{text.Key}", text.Key), check($"{field}.{text.Key}", text.Value))));
    }
}

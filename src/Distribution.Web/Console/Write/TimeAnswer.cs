using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Releases.Times;

namespace Distribution.Web.Console.Write;

/// <summary>The meaning of a time in the fields of a page: spelled out, or what to choose instead.</summary>
public sealed record TimeAnswer
{
    /// <summary>In words; null where it is not right yet.</summary>
    public string? Sentence { get; init; }

    /// <summary>Why it is not right.</summary>
    public string? Problem { get; init; }

    public DateTimeOffset? At { get; init; }

    /// <summary>Where the clock shows the time twice: the values to choose from, in words.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Choices { get; init; } = [];

    internal static TimeAnswer Of(
        DetailsForm form, string office, OfficeTree offices, TimePlace? reader, DateTimeOffset now, Phrases words)
    {
        if (form.Time(office) is not { } input) return new() { Sentence = words["time_none"] };
        FieldErrors errors = new();
        var known = offices.Ids.ToDictionary(id => id, id => offices.Find(id)!);
        if (SendTimeRule.Read(input, office, known, errors) is { } at)
        {
            FieldErrors limits = new();
            SendTimeLimits.Check(at, office: null, now, limits);
            var problem = limits.Any ? words[at < now ? "time_past" : "time_far"] : null;
            return new()
            {
                At = at,
                Sentence = SpelledTime.Of(at, office, offices, reader, words),
                Problem = problem,
                Choices = Twice(form, office, offices, reader, words),
            };
        }

        var place = offices.Find(office) is { } home ? TimePlace.From(home) : TimePlace.Utc;
        if (InstantText.ParseLocal(form.SendAt) is not { } local) return new() { Problem = words["time_wrong"] };
        var name = place.Names.In(words.Language);
        if (LocalTime.Instants(local, place.Zone).Count == 2)
            return new() { Problem = words.With("time_twice", ("office", name)), Choices = Twice(form, office, offices, reader, words) };
        var beside = LocalTime.Beside(local, place.Zone);
        return new()
        {
            Problem = words.With("time_gap", ("office", name), ("before", Clock(beside[0])), ("after", Clock(beside[^1]))),
        };
    }

    private static IReadOnlyList<KeyValuePair<string, string>> Twice(
        DetailsForm form, string office, OfficeTree offices, TimePlace? reader, Phrases words)
    {
        if (offices.Find(office) is not { } home || InstantText.ParseLocal(form.SendAt) is not { } local) return [];
        var found = LocalTime.Instants(local, TimeZoneInfo.FindSystemTimeZoneById(home.TimeZone));
        return found.Count < 2
            ? []
            : [Choice("earlier", found[0]), Choice("later", found[1])];

        KeyValuePair<string, string> Choice(string value, DateTimeOffset at) =>
            new(value, words.With($"time_{value}", ("time", SpelledTime.Of(at, office, offices, reader, words))));
    }

    private static string Clock(DateTimeOffset at) => at.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}

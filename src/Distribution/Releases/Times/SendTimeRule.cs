using System.Globalization;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;

namespace Distribution.Releases.Times;

/// <summary>
/// Which instant somebody means by a send time; pure. Nothing is guessed: a time without a place, one that the clock skips, one that it
/// shows twice, and one on another day of the week than its author believes are refused, and the message says what to write instead.
/// </summary>
public static class SendTimeRule
{
    public const string Field = "sendAt";

    private const string Earlier = "earlier";
    private const string Later = "later";

    /// <param name="input">The time; null for none.</param>
    /// <param name="home">Id of the office that the weekday of an instant is looked at in, unless the input names another place.</param>
    /// <param name="offices">The offices there are.</param>
    /// <param name="errors">Get what is wrong, with the instants that may have been meant.</param>
    /// <param name="field">The name of the field in errors; empty where its members stand by themselves.</param>
    /// <returns>The instant; null where there is none or where there are errors.</returns>
    public static DateTimeOffset? Read(
        SendTimeInput? input, string? home, IReadOnlyDictionary<string, Office> offices, FieldErrors errors, string field = Field)
    {
        if (input is null) return null;
        var place = Place(input, offices, errors, field);
        var isPlaced = input.Office is not null || input.Zone is not null;
        if (isPlaced && place is null) return null;
        var at = input.Local is null ? Instant(input, errors, field) : Local(input, place, errors, field);
        if (at is not { } instant || input.Weekday is null) return at;
        place ??= home is not null && offices.TryGetValue(home, out var office) ? TimePlace.From(office) : TimePlace.Utc;
        return IsOn(input.Weekday, instant, place, errors, Inside(field, "weekday")) ? instant : null;
    }

    private static TimePlace? Place(SendTimeInput input, IReadOnlyDictionary<string, Office> offices, FieldErrors errors, string field)
    {
        if (input is { Office: not null, Zone: not null })
            errors.Add(Inside(field, "zone"), "is given beside an office. Give one of them.");
        else if (input.Zone is not null) return TimePlace.From(errors.TimeZone(Inside(field, "zone"), input.Zone));
        else if (input.Office is not null && offices.TryGetValue(input.Office, out var office)) return TimePlace.From(office);
        else if (input.Office is not null) errors.Add(Inside(field, "office"), "is not the id of an office.");
        return null;
    }

    private static DateTimeOffset? Instant(SendTimeInput input, FieldErrors errors, string field)
    {
        var name = input == new SendTimeInput { At = input.At } && field.Length > 0 ? field : Inside(field, "at");
        if (InstantText.Parse(input.At) is { } instant) return instant;
        errors.Add(name, input.At switch
        {
            null => "is required, or else a local time with its office or zone.",
            var text when InstantText.ParseLocal(text) is not null =>
                "has no offset. Add it, such as 2026-11-24T09:00:00-04:00 or 2026-11-24T13:00:00Z, or give it as local beside an office "
                    + "or a zone.",
            _ => "is not an instant with its offset, such as 2026-11-24T09:00:00-04:00 or 2026-11-24T13:00:00Z.",
        });
        return null;
    }

    private static DateTimeOffset? Local(SendTimeInput input, TimePlace? place, FieldErrors errors, string field)
    {
        if (place is null) errors.Add(Inside(field, "office"), "is required beside a local time, or else the zone.");
        if (input.At is not null) errors.Add(Inside(field, "at"), "is given beside a local time. Give one of them.");
        if (input.Choice is not (null or Earlier or Later)) errors.Add(Inside(field, "choice"), $"is {Earlier} or {Later}.");
        if (InstantText.ParseLocal(input.Local) is not { } local)
            errors.Add(Inside(field, "local"), "is a date and time without an offset, such as 2026-11-24T09:00.");
        else if (input.At is null && place is not null) return Choose(local, input.Choice, place, errors, Inside(field, "local"));
        return null;
    }

    private static DateTimeOffset? Choose(DateTime local, string? choice, TimePlace place, FieldErrors errors, string field)
    {
        var found = LocalTime.Instants(local, place.Zone);
        if (found.Count == 1) return found[0];
        if (found.Count == 2 && choice is not null) return found[choice == Earlier ? 0 : 1];
        var offers = found.Count > 0 ? found : LocalTime.Beside(local, place.Zone);
        errors.Add(field, found.Count > 0
            ? $"comes twice in {Name(place)}, where the clock is put back: {Text(offers[0])} or {Text(offers[1])}. Choose {Earlier} or "
                + $"{Later}."
            : $"does not exist in {Name(place)}, where the clock is put forward: write {Text(offers[0])}, {Text(offers[1])} or another "
                + "time.");
        errors.Offer(field, [.. offers.Select(Text)]);
        return null;
    }

    private static bool IsOn(string word, DateTimeOffset at, TimePlace place, FieldErrors errors, string field)
    {
        var day = WeekdayWords.Parse(word);
        var real = TimeZoneInfo.ConvertTime(at, place.Zone).DayOfWeek;
        if (day is null) errors.Add(field, "is not a day of the week such as monday, lundi, lunes or segunda-feira.");
        else if (day != real) errors.Add(field, $"does not fit: it is {TimeText.Format(at, place, "en")}.");
        return day == real;
    }

    private static string Name(TimePlace place) => place.Names.In("en");

    private static string Text(DateTimeOffset at) => at.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    private static string Inside(string field, string member) => field.Length == 0 ? member : $"{field}.{member}";
}

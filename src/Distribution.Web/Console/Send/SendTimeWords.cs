using Distribution.Platform.Languages;
using Distribution.Platform.Validation;
using Distribution.Releases.Times;

namespace Distribution.Web.Console.Send;

/// <summary>Says in a user's language what is wrong with a time that the rules refuse; pure.</summary>
internal static class SendTimeWords
{
    /// <param name="form">The time as it was typed.</param>
    /// <param name="place">The office's clock.</param>
    /// <param name="now">The instant it is.</param>
    /// <param name="words">Sentences of the page.</param>
    public static string Explain(SendForm form, TimePlace place, DateTimeOffset now, Phrases words)
    {
        if (form.When.Length == 0) return words["time_unchosen"];
        if (form.When != SendForm.At) return words["time_over"];
        if (InstantText.ParseLocal($"{form.Date}T{form.Time}") is not { } local) return words["time_missing"];
        var found = LocalTime.Instants(local, place.Zone);
        if (found.Count == 0)
        {
            var beside = LocalTime.Beside(local, place.Zone);
            return words.With("time_skipped", ("before", Say(beside[0])), ("after", Say(beside[^1])));
        }

        if (found.Count == 2 && form.Choice.Length == 0) return words["time_twice"];
        return words.With(found[0] < now ? "time_past" : "time_far", ("time", Say(found[0])));

        string Say(DateTimeOffset at) => TimeText.Format(at, place, words.Language);
    }

    /// <summary>The two instants of a time that the clock shows twice; none for any other.</summary>
    public static IReadOnlyList<DateTimeOffset> Choices(SendForm form, TimePlace place) =>
        InstantText.ParseLocal($"{form.Date}T{form.Time}") is { } local && LocalTime.Instants(local, place.Zone) is { Count: 2 } both
            ? both
            : [];
}

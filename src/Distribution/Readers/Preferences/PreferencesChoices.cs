using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Digests;
using Distribution.Readers.Forms;

namespace Distribution.Readers.Preferences;

/// <summary>The choices made on the preferences page, not yet validated.</summary>
public sealed record PreferencesChoices
{
    /// <summary>How often each list is to come, by its id; null = not at all. Lists that are not named stay as they are.</summary>
    public IReadOnlyDictionary<string, Frequency?> Lists { get; init; } = new Dictionary<string, Frequency?>();

    /// <summary>Languages they read, best first.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Topics that they do not cover.</summary>
    public IReadOnlyList<string> NotTopics { get; init; } = [];

    /// <summary>Countries they cover, ISO 3166-1 alpha-2; the first is where they are.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];

    /// <summary>IANA time zone; null leaves it to their first country.</summary>
    public string? TimeZone { get; init; }

    /// <summary>The hour of their daily digest, 0 to 23.</summary>
    public required int DigestHour { get; init; }

    public bool LaterTranslations { get; init; }

    /// <summary>The first day on which they want mails again, by the calendar of their time zone; null = no pause.</summary>
    public DateOnly? PausedUntil { get; init; }

    /// <summary>The choices as they are stored, for a form.</summary>
    public static PreferencesChoices From(PreferencesView view)
    {
        var contact = view.Contact;
        return new()
        {
            Lists = view.Lists.ToDictionary(list => list.List.Id, list => list.Frequency),
            Languages = contact.Languages,
            Topics = contact.Topics,
            NotTopics = contact.DeliveryPreferences.NotTopics,
            Countries = contact.Countries,
            TimeZone = contact.TimeZone,
            DigestHour = contact.DeliveryPreferences.DigestHour,
            LaterTranslations = contact.DeliveryPreferences.LaterTranslations,
            PausedUntil = contact.DeliveryPreferences.PausedUntil is { } until ? SubscriberTimeZone.DayOf(until, contact) : null,
        };
    }

    /// <summary>Says of a form what it was made from: <see cref="FormVersion"/>.</summary>
    public string Version() =>
        FormVersion.From(this with { Lists = new SortedDictionary<string, Frequency?>(Lists.ToDictionary(), StringComparer.Ordinal) });
}

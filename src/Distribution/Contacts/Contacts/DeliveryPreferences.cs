namespace Distribution.Contacts.Contacts;

/// <summary>
/// How a contact wants to be mailed, whatever lists they are on; theirs to say, and kept by every edit, import and merge.
/// </summary>
public sealed record DeliveryPreferences
{
    public const int DefaultDigestHour = 7;

    public static DeliveryPreferences None { get; } = new();

    /// <summary>They get nothing before this instant.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    /// <summary>The hour of their daily digest by the clock of their time zone, 0 to 23.</summary>
    public int DigestHour { get; init; } = DefaultDigestHour;

    /// <summary>Whether they also want translations that come after they got a release in another of their languages.</summary>
    public bool LaterTranslations { get; init; }

    /// <summary>Topics that they do not cover: a release on nothing else is not for them.</summary>
    public IReadOnlyList<string> NotTopics { get; init; } = [];
}

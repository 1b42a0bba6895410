using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;

namespace Distribution.Contacts.Contacts;

/// <summary>Validates delivery preferences; pure.</summary>
public static class DeliveryPreferenceRules
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);

    /// <summary>The delivery preferences in the form that is kept; a pause that is over is none.</summary>
    public static DeliveryPreferences Check(
        DeliveryPreferences deliveryPreferences, TopicBook topics, DateTimeOffset now, FieldErrors errors)
    {
        errors.Require(deliveryPreferences.DigestHour is >= 0 and <= 23, "digestHour", "is an hour from 0 to 23.");
        errors.Require(
            !(deliveryPreferences.PausedUntil > now + LongestPause),
            "pausedUntil",
            "is more than a year ahead. To get nothing any more, end the subscriptions.");
        deliveryPreferences =
            deliveryPreferences with { NotTopics = topics.Keep(errors.Topics("notTopics", deliveryPreferences.NotTopics)) };
        return deliveryPreferences.PausedUntil is { } until && until <= now
            ? deliveryPreferences with { PausedUntil = null }
            : deliveryPreferences with { PausedUntil = deliveryPreferences.PausedUntil?.ToUniversalTime() };
    }
}

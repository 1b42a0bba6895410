using Distribution.Platform.Validation;

namespace Distribution.Contacts.Contacts;

/// <summary>What wishes must be like; pure.</summary>
public static class WishRules
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromDays(366);

    /// <summary>The wishes in the form that is kept; a pause that is over is none.</summary>
    public static Wishes Check(Wishes wishes, DateTimeOffset now, FieldErrors errors)
    {
        errors.Require(wishes.DigestHour is >= 0 and <= 23, "digestHour", "is an hour from 0 to 23.");
        errors.Require(!(wishes.PausedUntil > now + LongestPause), "pausedUntil", "is more than a year ahead. To get nothing any more, leave the lists.");
        wishes = wishes with { NotTopics = errors.Topics("notTopics", wishes.NotTopics) };
        return wishes.PausedUntil is { } until && until <= now ? wishes with { PausedUntil = null } : wishes with { PausedUntil = wishes.PausedUntil?.ToUniversalTime() };
    }
}

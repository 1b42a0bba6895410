using System.ComponentModel.DataAnnotations;

namespace Distribution.Mail.Outcomes;

/// <summary>When a mail that was not taken is tried again.</summary>
public class RetryOptions
{
    /// <summary>Wait before the second attempt, 10 seconds to 1 hour; it doubles with each further one, up to 2 hours.</summary>
    [Range(typeof(TimeSpan), "00:00:10", "01:00:00")]
    public TimeSpan InitialRetryDelay { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>How long a deferred recipient is tried, 1 hour to 5 days after planning; then it is expired (RFC 5321, section 4.5.4.1).</summary>
    [Range(typeof(TimeSpan), "01:00:00", "5.00:00:00")]
    public TimeSpan MaxRetryAge { get; set; } = TimeSpan.FromDays(2);

    /// <summary>Whether a recipient whose mail had no answer is mailed once more, with the same Message-ID, before a person decides.</summary>
    public bool ResendUncertain { get; set; } = true;
}

using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

/// <summary>How long personal data is kept. The nightly timer deletes older data.</summary>
public sealed class RetentionOptions
{
    public const string Section = "Retention";

    /// <summary>How long a subscription waits for its confirmation, one day to a year.</summary>
    [Range(typeof(TimeSpan), "1.00:00:00", "365.00:00:00")]
    public TimeSpan PendingSubscriptions { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a link that works once is kept after it has expired, up to a year.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "365.00:00:00")]
    public TimeSpan Tokens { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How long a contact is kept after the last of their subscriptions has ended, 30 days to ten years; null keeps them.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3650.00:00:00")]
    public TimeSpan? EndedContacts { get; set; }

    /// <summary>How long ledgers name recipients and their addresses after a dispatch has finished, 30 days to ten years.</summary>
    [Range(typeof(TimeSpan), "30.00:00:00", "3650.00:00:00")]
    public TimeSpan DeliveryDetails { get; set; } = TimeSpan.FromDays(730);

    /// <summary>How long entries of the audit are kept, a year to a hundred; null keeps them.</summary>
    [Range(typeof(TimeSpan), "365.00:00:00", "36500.00:00:00")]
    public TimeSpan? AuditEntries { get; set; }
}

[OptionsValidator]
internal sealed partial class RetentionOptionsValidator : IValidateOptions<RetentionOptions>;

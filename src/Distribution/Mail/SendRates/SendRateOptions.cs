using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.SendRates;

/// <summary>How many mails the relay takes from all instances together. Each limit holds for any stretch of its length, wherever that begins.</summary>
public sealed class SendRateOptions
{
    public const string Section = "SendRate";

    /// <summary>Mails in any second, 0 to 1,000; 0 = no limit.</summary>
    [Range(0, 1_000)]
    public int MailsPerSecond { get; set; }

    /// <summary>Mails in any minute, 0 to 100,000; 0 = no limit.</summary>
    [Range(0, 100_000)]
    public int MailsPerMinute { get; set; }

    /// <summary>Mails in any hour, 0 to 5,000,000; 0 = no limit.</summary>
    [Range(0, 5_000_000)]
    public int MailsPerHour { get; set; }

    /// <summary>Mails in any 24 hours, 0 to 100,000,000; 0 = no limit.</summary>
    [Range(0, 100_000_000)]
    public int MailsPerDay { get; set; }

    internal SendRateLimits Limits => new(MailsPerSecond, MailsPerMinute, MailsPerHour, MailsPerDay);
}

[OptionsValidator]
internal sealed partial class SendRateOptionsValidator : IValidateOptions<SendRateOptions>;

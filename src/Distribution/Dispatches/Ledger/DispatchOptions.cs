using System.ComponentModel.DataAnnotations;
using Distribution.Mail.Outcomes;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Ledger;

/// <summary>How dispatches are planned and sent, and with all other mails when they are tried again.</summary>
public sealed class DispatchOptions : RetryOptions
{
    public const string Section = "Dispatch";

    /// <summary>Recipients per batch, 1 to 100.</summary>
    [Range(1, Batch.MostRecipients)]
    public int BatchSize { get; set; } = Batch.MostRecipients;

    /// <summary>Recipients whose mails are in flight between two writes of a batch, 1 to 20: as many can be uncertain after a crash.</summary>
    [Range(1, 20)]
    public int GroupSize { get; set; } = 20;

    /// <summary>How long a run keeps a batch without a write, 30 seconds to 10 minutes.</summary>
    [Range(typeof(TimeSpan), "00:00:30", "00:10:00")]
    public TimeSpan Lease { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>After how long a run hands the rest of its batch back, 1 to 50 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "00:50:00")]
    public TimeSpan MaxRunDuration { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How long a run keeps trying to record what mail servers have answered while the storage is away, up to 30 minutes; it sends nothing meanwhile.</summary>
    [Range(typeof(TimeSpan), "00:00:00", "00:30:00")]
    public TimeSpan MaxStorageOutage { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How long after its time a release is still sent by itself, 1 hour to 30 days; later it waits for a person.</summary>
    [Range(typeof(TimeSpan), "01:00:00", "30.00:00:00")]
    public TimeSpan MaxStartDelay { get; set; } = TimeSpan.FromHours(24);

    /// <summary>After how long a batch that nobody has taken is put on the queue again, 1 minute to 1 day.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00")]
    public TimeSpan RequeueAfter { get; set; } = TimeSpan.FromMinutes(5);
}

[OptionsValidator]
internal sealed partial class DispatchOptionsValidator : IValidateOptions<DispatchOptions>;

using Microsoft.Extensions.Options;

namespace Distribution.Server.Loops;

/// <summary>
/// When the timed jobs run, in UTC, as six-field schedules. Flat names, because the Functions head's triggers read the same.
/// </summary>
internal sealed class ScheduleOptions
{
    /// <summary>Looks for due releases; each minute unless set.</summary>
    [Schedule]
    public string DispatchSchedule { get; set; } = "0 * * * * *";

    /// <summary>Looks for batches that no run has and for dispatches that are done; each minute unless set.</summary>
    [Schedule]
    public string SendingSchedule { get; set; } = "20 * * * * *";

    /// <summary>Looks for jobs whose time has come or whose message was lost; each minute unless set.</summary>
    [Schedule]
    public string JobSchedule { get; set; } = "40 * * * * *";

    /// <summary>Sends daily digests to those whose hour has come; four times an hour unless set.</summary>
    [Schedule]
    public string DigestSchedule { get; set; } = "0 3/15 * * * *";

    /// <summary>Reads the mailbox for unsubscribing, where there is one; every five minutes unless set.</summary>
    [Schedule]
    public string UnsubscribeSchedule { get; set; } = "0 1/5 * * * *";

    /// <summary>Clears away what is no longer needed; each night at half past two unless set.</summary>
    [Schedule]
    public string HousekeepingSchedule { get; set; } = "0 30 2 * * *";
}

[OptionsValidator]
internal sealed partial class ScheduleOptionsValidator : IValidateOptions<ScheduleOptions>;

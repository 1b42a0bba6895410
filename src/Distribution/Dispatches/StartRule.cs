using Distribution.Mail;
using Distribution.Releases;

namespace Distribution.Dispatches;

/// <summary>Whether a release whose time row is due may be sent now; pure.</summary>
public abstract record StartRule
{
    private StartRule() { }

    /// <summary>Make this dispatch.</summary>
    public sealed record Send(DispatchKind Kind) : StartRule;

    /// <summary>Leave it scheduled and say why.</summary>
    public sealed record Wait(string Reason) : StartRule;

    /// <summary>Nothing is to be sent for this time row: the release was deleted, sent or scheduled for another time.</summary>
    public sealed record Drop : StartRule;

    /// <summary>The release may just be being scheduled; look again.</summary>
    public sealed record Leave : StartRule;

    /// <summary>How long a time row may stand before its release says the same: scheduling writes the row first.</summary>
    private static readonly TimeSpan Scheduling = TimeSpan.FromHours(1);

    public static StartRule Decide(ReleaseTime row, Release? release, RecipientsSwitch recipients, DateTimeOffset now, TimeSpan latestStart)
    {
        var isStarted = release?.State == ReleaseState.Dispatching;
        if (release is null or { State: ReleaseState.Released }) return new Drop();
        if ((!isStarted && release.State != ReleaseState.Scheduled) || release.SendAt != row.At) return now - row.At > Scheduling ? new Drop() : new Leave();
        if (recipients is RecipientsSwitch.Off) return new Wait("Sending is switched off: Mail:Recipients is not set.");
        if (!isStarted && now - row.At > latestStart) return new Wait($"Its time, {row.At:u}, is long past. Schedule it again.");
        return new Send(recipients is RecipientsSwitch.Rehearsal ? DispatchKind.Rehearsal : DispatchKind.Release);
    }
}

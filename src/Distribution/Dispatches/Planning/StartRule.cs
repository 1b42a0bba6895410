using Distribution.Audiences.Selection;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Smtp;
using Distribution.Releases.Drafts;
using Distribution.Releases.Times;

namespace Distribution.Dispatches.Planning;

/// <summary>Whether a release whose time row is due may be sent now; pure.</summary>
public abstract record StartRule
{
    private StartRule() { }

    /// <summary>Make this dispatch.</summary>
    public sealed record Send(DispatchKind Kind) : StartRule;

    /// <summary>Leave it scheduled and say why.</summary>
    public sealed record Wait(string Reason) : StartRule
    {
        /// <summary>Whether users are notified by mail, because they can correct it.</summary>
        public bool IsNews { get; init; }
    }

    /// <summary>Its time has come and nobody has approved it: notify users, and send nothing for this time row.</summary>
    public sealed record Missed : StartRule;

    /// <summary>Nothing is to be sent for this time row: the release was deleted, sent or scheduled for another time.</summary>
    public sealed record Drop : StartRule;

    /// <summary>The release may just be being scheduled; look again.</summary>
    public sealed record Keep : StartRule;

    /// <summary>How long a time row may stand before its release says the same: scheduling writes the row first.</summary>
    private static readonly TimeSpan Scheduling = TimeSpan.FromHours(1);

    /// <param name="row">The time row.</param>
    /// <param name="release">Its release, if there is one.</param>
    /// <param name="missing">Languages of the translations that it waits for.</param>
    /// <param name="recipients">The recipients switch.</param>
    /// <param name="now">The present.</param>
    /// <param name="latestStart">How long after its time it is still sent.</param>
    public static StartRule Decide(
        ReleaseTime row,
        Release? release,
        IReadOnlyCollection<string> missing,
        RecipientsSwitch recipients,
        DateTimeOffset now,
        TimeSpan latestStart)
    {
        var isStarted = release?.State == ReleaseState.Dispatching;
        if (release is null or { State: ReleaseState.Released or ReleaseState.Withdrawn }) return new Drop();
        if (release.SendAt != row.At) return now - row.At > Scheduling ? new Drop() : new Keep();
        if (!isStarted && release.State != ReleaseState.Scheduled) return new Missed();
        if (recipients is RecipientsSwitch.Off) return new Wait("Sending is switched off: Mail:Recipients is not set.");
        if (!isStarted && now - row.At > latestStart)
            return new Wait($"Its time, {TimeText.Format(row.At, TimePlace.Utc, "en")}, is long past. Schedule it again.");
        if (!isStarted && missing.Count > 0) return new Wait(
            $"Its time has come, and these texts are not ready and approved: {string.Join(", ", missing)}.")
        { IsNews = true };
        return new Send(recipients is RecipientsSwitch.Rehearsal ? DispatchKind.Rehearsal : DispatchKind.Release);
    }

    /// <summary>Whether translations that came later may be sent now.</summary>
    /// <param name="row">The time row.</param>
    /// <param name="release">Their release, if there is one.</param>
    /// <param name="first">The dispatch that made the release public, if it is sealed.</param>
    /// <param name="recipients">The recipients switch.</param>
    public static StartRule DecideTranslation(ReleaseTime row, Release? release, Dispatch? first, RecipientsSwitch recipients)
    {
        if (release is null || !ReleaseStateMachine.IsPublic(release.State)) return new Drop();
        if (first?.Plan is null || recipients is not RecipientsSwitch.Everybody) return new Keep();
        var isLast = row.Translation == first.Version;
        return isLast && first.Excluded.GetValueOrDefault(AudienceRule.Waiting) == 0 ? new Drop() : new Send(DispatchKind.Translation);
    }
}

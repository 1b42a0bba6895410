using Distribution.Storage;
using Distribution.Validation;

namespace Distribution.Releases;

/// <summary>
/// Sets a draft going. Slugs and the time row come first and mean nothing by themselves; the one write of the release that makes it
/// scheduled is the last, so no scheduled release can be missed.
/// </summary>
public sealed class ScheduleRelease(
    ReadReferences readReferences, ReserveSlug reserveSlug, ReleaseStore releases, ReleaseTimeStore times, TimeProvider clock)
{
    /// <param name="read">The draft.</param>
    /// <param name="sendAt">When it is to be sent; now when left out.</param>
    /// <param name="person">Id of who schedules it.</param>
    /// <param name="cancellationToken">Ends it between two writes.</param>
    public async Task<ScheduleReleaseResult> RunAsync(
        ReleaseDocument read, DateTimeOffset? sendAt, string person, CancellationToken cancellationToken)
    {
        var draft = read.Release;
        if (ReleaseLife.After(draft.State, ReleaseAction.Schedule) is not { } next) return new ScheduleReleaseResult.Refused(draft.State);
        var (errors, now) = (new FieldErrors(), clock.GetUtcNow());
        ReleaseRules.CheckSchedule(draft, sendAt, await readReferences.RunAsync(cancellationToken), now, errors);
        if (errors.Any) return new ScheduleReleaseResult.Invalid(errors);

        var at = (sendAt ?? now).ToUniversalTime();
        var texts = await WithSlugsAsync(read, cancellationToken);
        await times.AddDueAsync(draft.Id, at, cancellationToken);
        var written = await releases.ReplaceAsync(
            read, draft with { State = next, SendAt = at, ScheduledBy = person, Waiting = null }, texts, cancellationToken);
        return written is WriteResult.Done && await releases.FindAsync(draft.Id, cancellationToken) is { } scheduled
            ? new ScheduleReleaseResult.Scheduled(scheduled)
            : new ScheduleReleaseResult.Changed();
    }

    private async Task<List<Translation>> WithSlugsAsync(ReleaseDocument read, CancellationToken cancellationToken)
    {
        List<Translation> texts = [];
        foreach (var text in read.Translations)
        {
            texts.Add(text with { Slug = await reserveSlug.RunAsync(read.Release.Id, text, cancellationToken) });
        }

        return texts;
    }
}

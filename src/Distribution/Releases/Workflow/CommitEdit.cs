using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Makes an edit the next version of a release. Changed words void an approval; a translation that nobody has approved yet does not, and
/// may be written even when the others are public. An edit that changes nothing makes no version. The earlier version is kept first:
/// everybody who edits it keeps the same words, so it does not matter which of two edits is stored. What a page saves by itself while its
/// author types is one sitting: of its versions the last is kept, and the audit has each field once.
/// </summary>
public sealed class CommitEdit(
    ReadActorContext readActorContext,
    CommitTransition commitTransition,
    ReleaseVersionStore versions,
    ReleaseTimeStore times,
    TimeProvider clock)
{
    /// <param name="read">The release as it is.</param>
    /// <param name="written">The same with what its author changes.</param>
    /// <param name="texts">All of its texts; those in a language that it had keep their slug.</param>
    /// <param name="who">The user who edits.</param>
    /// <param name="mayContinue">Whether the edit may belong to the sitting in which the user made the one before.</param>
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read,
        Release written,
        IReadOnlyList<Translation> texts,
        Requester who,
        CancellationToken cancellationToken,
        bool mayContinue = false)
    {
        var (before, now) = (read.Release, clock.GetUtcNow());
        var next = written with { Headlines = CheckRelease.Headlines(texts) };
        var kept = WithSlugs(texts, read.Translations);
        var changes = EditRule.Changes(read, next, kept);
        if (changes.Count == 0) return new TransitionResult.Done(read);
        var action = EditRule.Action(before, changes);
        var answer = ReleaseStateMachine.Decide(before.State, action, await readActorContext.RunAsync(before, who, cancellationToken));
        if (answer is not TransitionDecision.Leads { Next: var state }) return new TransitionResult.Refused(answer);

        var isOneSitting = mayContinue && EditRule.Continues(before, who, now);
        IReadOnlyList<string> recorded = isOneSitting ? before.EditedFields : [];
        var fields = changes.Select(change => change.Field).Except(recorded).ToList();
        var release = next with
        {
            State = state,
            Version = before.Version + 1,
            EditedBy = who.User,
            EditedAt = now,
            EditedFields = [.. recorded, .. fields],
        };
        if (action == ReleaseAction.Replace) release = release with { Approvals = [], ScheduledBy = null };
        if (release.SendAt is { } at && at != before.SendAt) await times.AddDueAsync(release.Id, at, cancellationToken);
        var kind = action == ReleaseAction.Translate ? TransitionKind.Translated : TransitionKind.Edited;
        var step = ReleaseTransition.Create(kind, release, who.Actor, now) with { Changes = changes };
        if (!isOneSitting) await versions.KeepAsync(read, cancellationToken);
        if (isOneSitting && fields.Count == 0)
            return Result(await commitTransition.ContinueAsync(read, release, kept, cancellationToken));
        return Result(await commitTransition.RunAsync(read, release, kept, step, cancellationToken));
    }

    private static TransitionResult Result(ReleaseDocument? replaced) =>
        replaced is null ? new TransitionResult.Changed() : new TransitionResult.Done(replaced);

    /// <summary>A slug is for good: the new text in a language keeps that of the old one.</summary>
    private static List<Translation> WithSlugs(IEnumerable<Translation> texts, IEnumerable<Translation> before)
    {
        var slugs = before.ToDictionary(text => text.Language, text => text.Slug);
        return [.. texts.Select(text => text with { Slug = slugs.GetValueOrDefault(text.Language) })];
    }
}

using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Makes an edit the next version of a release. Changed words void an approval; a translation that nobody has approved yet does not, and
/// may be written even when the others are public. An edit that changes nothing makes no version. The earlier version is kept first:
/// everybody who edits it keeps the same words, so it does not matter which of two edits is stored.
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
    public async Task<TransitionResult> RunAsync(
        ReleaseDocument read, Release written, IReadOnlyList<Translation> texts, Requester who, CancellationToken cancellationToken)
    {
        var (before, now) = (read.Release, clock.GetUtcNow());
        var next = written with { Headlines = CheckRelease.Headlines(texts) };
        var kept = WithSlugs(texts, read.Translations);
        var changes = EditRule.Changes(read, next, kept);
        if (changes.Count == 0) return new TransitionResult.Done(read);
        var action = EditRule.Action(before, changes);
        var answer = ReleaseStateMachine.Decide(before.State, action, await readActorContext.RunAsync(before, who, cancellationToken));
        if (answer is not TransitionDecision.Leads { Next: var state }) return new TransitionResult.Refused(answer);

        var release = next with { State = state, Version = before.Version + 1, EditedBy = who.User, EditedAt = now };
        if (action == ReleaseAction.Replace) release = release with { Approvals = [], ScheduledBy = null };
        if (release.SendAt is { } at && at != before.SendAt) await times.AddDueAsync(release.Id, at, cancellationToken);
        var kind = action == ReleaseAction.Translate ? TransitionKind.Translated : TransitionKind.Edited;
        var step = ReleaseTransition.Create(kind, release, who.Actor, now) with { Changes = changes };
        await versions.KeepAsync(read, cancellationToken);
        return await commitTransition.RunAsync(read, release, kept, step, cancellationToken) is { } replaced
            ? new TransitionResult.Done(replaced)
            : new TransitionResult.Changed();
    }

    /// <summary>A slug is for good: the new text in a language keeps that of the old one.</summary>
    private static List<Translation> WithSlugs(IEnumerable<Translation> texts, IEnumerable<Translation> before)
    {
        var slugs = before.ToDictionary(text => text.Language, text => text.Slug);
        return [.. texts.Select(text => text with { Slug = slugs.GetValueOrDefault(text.Language) })];
    }
}

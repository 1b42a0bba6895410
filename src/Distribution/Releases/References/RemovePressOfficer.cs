using Distribution.Platform.Audit;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.References;

/// <summary>
/// Removes a press officer, who is first replaced in the releases that are not finished. The press officer is deleted last: a run that
/// stops half-way leaves releases that name one or the other, and the next one resumes there.
/// </summary>
public sealed class RemovePressOfficer(
    PressOfficerStore officers, FindPressOfficerUse findPressOfficerUse, CommitTransition commitTransition, TimeProvider clock)
{
    /// <summary>Name of the detail of a release's step that names the officer who was replaced.</summary>
    public const string ReplacedDetail = "pressOfficer";

    /// <summary>How often it looks for releases: one that someone writes meanwhile is found at the next look.</summary>
    private const int Looks = 5;

    /// <param name="read">The officer.</param>
    /// <param name="replacement">Id of the officer who takes their place, if anybody does.</param>
    /// <param name="who">The user who removes them.</param>
    /// <param name="permitted">Whether the caller may change a release.</param>
    public async Task<RemovePressOfficerResult> RunAsync(
        Stored<PressOfficer> read, string? replacement, Actor who, Func<Release, bool> permitted, CancellationToken cancellationToken)
    {
        var officer = read.Value.Id;
        var errors = await CheckAsync(officer, replacement, cancellationToken);
        if (errors.Any) return new RemovePressOfficerResult.Invalid(errors);
        for (var look = 0; look < Looks; look++)
        {
            var naming = await findPressOfficerUse.RunAsync(officer, cancellationToken);
            if (naming.Count == 0) return await DeleteAsync(read, cancellationToken);
            if (replacement is null) return new RemovePressOfficerResult.InUse([.. naming.Select(release => release.Value)]);
            if (!naming.All(release => permitted(release.Value))) return new RemovePressOfficerResult.Forbidden();
            foreach (var release in naming) await ReplaceAsync(release, officer, replacement, who, cancellationToken);
        }

        return new RemovePressOfficerResult.Changed();
    }

    private async Task<FieldErrors> CheckAsync(string officer, string? replacement, CancellationToken cancellationToken)
    {
        FieldErrors errors = new();
        if (replacement is null) return errors;
        errors.Require(replacement != officer, "replacement", "is the press officer to be removed. Name another.");
        errors.Require(
            await officers.FindAsync(replacement, cancellationToken) is not null, "replacement", "is not the id of a press officer.");
        return errors;
    }

    /// <summary>
    /// The contact block is part of what an approver answers for: the release becomes its next version, and an approval is void as after
    /// any other edit. Of one that is public the approval stays, since what it names is out; its history says who stands there from now on.
    /// </summary>
    private Task<bool> ReplaceAsync(
        Stored<Release> read, string officer, string replacement, Actor who, CancellationToken cancellationToken)
    {
        var before = read.Value;
        var named = before with
        {
            PressOfficers = [.. before.PressOfficers.Select(id => id == officer ? replacement : id).Distinct()],
            Version = before.Version + 1,
            EditedBy = who.User,
        };
        var next = ReleaseStateMachine.After(before.State, ReleaseAction.Replace) is { } state
            ? named with { State = state, Approvals = [], ScheduledBy = null }
            : named;
        var isVoid = before.Approvals.Count > next.Approvals.Count;
        var step = ReleaseTransition.Create(
            TransitionKind.Edited, next, who, clock.GetUtcNow(),
            (ReplacedDetail, officer), ("replacement", replacement), ("approvalVoid", isVoid ? "true" : null));
        return commitTransition.RunAsync(read, next, step with { Changes = [new("pressOfficers")] }, cancellationToken);
    }

    private async Task<RemovePressOfficerResult> DeleteAsync(Stored<PressOfficer> read, CancellationToken cancellationToken) =>
        await officers.DeleteAsync(read, cancellationToken) switch
        {
            // Another request has removed them meanwhile, which is the wanted result.
            WriteResult.Done or WriteResult.Missing => new RemovePressOfficerResult.Removed(),
            _ => new RemovePressOfficerResult.Changed(),
        };
}

public abstract record RemovePressOfficerResult
{
    private RemovePressOfficerResult() { }

    public sealed record Removed : RemovePressOfficerResult;

    /// <summary>Releases that are not finished name the officer, and nobody is there to take their place.</summary>
    public sealed record InUse(IReadOnlyList<Release> Releases) : RemovePressOfficerResult;

    /// <summary>One of those releases is not the caller's to change.</summary>
    public sealed record Forbidden : RemovePressOfficerResult;

    public sealed record Invalid(FieldErrors Errors) : RemovePressOfficerResult;

    /// <summary>The officer, or again and again a release, was changed meanwhile.</summary>
    public sealed record Changed : RemovePressOfficerResult;
}

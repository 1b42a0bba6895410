using System.Globalization;
using Distribution.Platform.Languages;
using Distribution.Platform.Security;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.References;
using Distribution.Releases.Times;
using Distribution.Releases.Workflow;

namespace Distribution.Mail.Notices;

/// <summary>
/// Notifies approvers of releases that wait for them, and authors of decisions about theirs. Nobody is notified of their own actions.
/// </summary>
public sealed class NotifyWorkflow(
    ReleaseStore releases,
    UserStore people,
    OfficeStore offices,
    ReadActorContext readActorContext,
    PostNotice postNotice,
    LinkTokens tokens,
    PublicLinks links)
{
    public async Task RunAsync(ReleaseTransition step, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(step.Release, cancellationToken) is not { Value: var release }) return;
        switch (step.Kind)
        {
            case TransitionKind.Submitted:
                await AskAsync($"submitted:{step.Id}", "submitted", release, step, cancellationToken);
                break;
            case TransitionKind.Approved:
                var speaker = (await offices.FindAsync(release.Office, cancellationToken))?.Value;
                var approved = await SaidAsync(step, "approved_text", cancellationToken);
                await TellAsync(
                    "approved",
                    release,
                    step,
                    phrases => $"{approved(phrases)} {Effect(step, speaker, phrases)}",
                    ReleaseUsers.Get(release),
                    cancellationToken);
                break;
            case TransitionKind.Edited when step.Details.ContainsKey(RemovePressOfficer.ReplacedDetail):
                await TellAsync(
                    "officer_replaced",
                    release,
                    step,
                    phrases => Replaced(step, phrases),
                    [.. ReleaseUsers.Get(release), .. await ApproversAsync(release, cancellationToken)],
                    cancellationToken);
                break;
            case TransitionKind.Returned:
                await TellAsync(
                    "returned",
                    release,
                    step,
                    await SaidAsync(step, "returned_text", cancellationToken),
                    ReleaseUsers.Get(release),
                    cancellationToken);
                break;
            case TransitionKind.Withdrawn:
                var asked = release.SubmittedBy is null ? [] : await ApproversAsync(release, cancellationToken);
                await TellAsync(
                    "withdrawn",
                    release,
                    step,
                    await SaidAsync(step, "withdrawn_text", cancellationToken),
                    [.. ReleaseUsers.Get(release), .. asked],
                    cancellationToken);
                break;
            case TransitionKind.Missed:
                var both = ReleaseUsers.Get(release).Concat(await ApproversAsync(release, cancellationToken));
                var office = (await offices.FindAsync(release.Office, cancellationToken))?.Value;
                await TellAsync("missed", release, step, phrases => Missed(step, office, phrases), [.. both], cancellationToken);
                break;
        }
    }

    /// <summary>Asks once more.</summary>
    public Task RemindAsync(Release release, string reminder, CancellationToken cancellationToken) =>
        AskAsync(
            $"reminder:{release.Id}:{release.SubmittedAt!.Value.UtcTicks}:{reminder}", "reminder", release, step: null, cancellationToken);

    private async Task AskAsync(string id, string subject, Release release, ReleaseTransition? step, CancellationToken cancellationToken)
    {
        var who = await NameAsync(release.SubmittedBy, cancellationToken);
        var office = (await offices.FindAsync(release.Office, cancellationToken))?.Value;
        var preview = links.Approval(tokens.Sign(LinkPurpose.Approval, release.Id, ApprovalLink.Get(release)));
        await postNotice.RunAsync(
            id, subject, release, (await ApproversAsync(release, cancellationToken)).Where(person => person != step?.By),
            phrases =>
            {
                var submitted = phrases.With("submitted_text", ("who", who ?? phrases["unknown"]), ("version", $"{release.Version}"));
                return $"{submitted} {When(release, office, phrases)}\n\n{phrases["answer"]}\n{links.ReleaseConsole(release.Id)}"
                    + $"\n\n{phrases["approve"]}\n{preview}";
            },
            cancellationToken);
    }

    /// <summary>The effect as the transition recorded it: the release may have changed state since.</summary>
    private static string Effect(
        ReleaseTransition step, Office? office, Phrases phrases) => step.Details.GetValueOrDefault(ApproveRelease.EffectDetail) switch
        {
            nameof(ApprovalEffect.AtItsTime)
                when DateTimeOffset.TryParse(step.Details.GetValueOrDefault("sendAt"), CultureInfo.InvariantCulture, out var at) =>
                phrases.With("at", ("time", Time(at, office, phrases))),
            nameof(ApprovalEffect.Held) => phrases["approved_hold"],
            nameof(ApprovalEffect.TranslationsAtOnce) => phrases["approved_translations"],
            _ => phrases["approved_at_once"],
        };

    private static string Replaced(ReleaseTransition step, Phrases phrases)
    {
        var text = phrases.With(
            "officer_replaced_text",
            ("officer", step.Details[RemovePressOfficer.ReplacedDetail]),
            ("replacement", step.Details.GetValueOrDefault("replacement", "")),
            ("version", $"{step.Version}"));
        return step.Details.ContainsKey("approvalVoid") ? $"{text} {phrases["approval_void"]}" : text;
    }

    private static string When(Release release, Office? office, Phrases phrases) =>
        release.SendAt is { } at ? phrases.With("at", ("time", Time(at, office, phrases))) : phrases["asap"];

    private static string Missed(ReleaseTransition step, Office? office, Phrases phrases) =>
        step.Note
        ?? (DateTimeOffset.TryParse(
            step.Details.GetValueOrDefault("sendAt"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? phrases.With("missed_approval", ("time", Time(at, office, phrases)))
            : phrases["missed_approval_now"]);

    private static string Time(DateTimeOffset at, Office? office, Phrases phrases) =>
        TimeText.Format(at, office is null ? TimePlace.Utc : TimePlace.From(office), phrases.Language);

    private Task TellAsync(
        string subject,
        Release release,
        ReleaseTransition step,
        Func<Phrases, string> text,
        IReadOnlyList<string> to,
        CancellationToken cancellationToken) =>
        postNotice.RunAsync(
            $"{subject}:{step.Id}",
            subject,
            release,
            to.Where(person => person != step.By),
            phrases => $"{text(phrases)}{Note(step, phrases)}\n\n{phrases["open"]}\n{links.ReleaseConsole(release.Id)}",
            cancellationToken);

    private static string Note(ReleaseTransition step, Phrases phrases) =>
        step is { Kind: TransitionKind.Returned or TransitionKind.Withdrawn, Note: { Length: > 0 } note }
            ? $"\n\n{phrases["note"]}\n{note}"
            : "";

    private async Task<Func<Phrases, string>> SaidAsync(ReleaseTransition step, string phrase, CancellationToken cancellationToken)
    {
        var who = await NameAsync(step.By, cancellationToken);
        return phrases => phrases.With(phrase, ("who", who ?? phrases["unknown"]), ("version", $"{step.Version}"));
    }

    private async Task<string?> NameAsync(string? person, CancellationToken cancellationToken) =>
        person is not null && await people.FindAsync(person, cancellationToken) is { Value.Name: var name } ? name : null;

    private async Task<IReadOnlyList<string>> ApproversAsync(
        Release release, CancellationToken cancellationToken) => ReleaseUsers.Approvers(
        release,
        await people.AllAsync(cancellationToken).Select(row => row.Value).ToListAsync(cancellationToken),
        await offices.TreeAsync(cancellationToken),
        await readActorContext.NeedsSecondUserAsync(release.Office, cancellationToken));
}

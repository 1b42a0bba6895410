using System.Globalization;
using System.Text;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Languages;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Notices;

/// <summary>Tells those who wrote and scheduled a release how its dispatch went.</summary>
public sealed class NotifyUsers(ReleaseStore releases, PostNotice postNotice, PublicLinks links)
{
    public Task FinishedAsync(Dispatch dispatch, Release release, CancellationToken cancellationToken) =>
        TellAsync("finished", "finished", phrases => Counts(dispatch, phrases), dispatch, release, cancellationToken);

    public async Task StoppedAsync(Dispatch dispatch, string reason, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(dispatch.Release, cancellationToken) is not { } release) return;
        await TellAsync(
            $"stopped-{dispatch.Stops}",
            "stopped",
            phrases => $"{reason}\n\n{phrases["stopped_text"]}\n",
            dispatch,
            release.Value,
            cancellationToken);
    }

    private Task TellAsync(
        string what, string subject, Func<Phrases, string> text, Dispatch dispatch, Release release, CancellationToken cancellationToken) =>
        postNotice.RunAsync(
            $"{what}:{dispatch.Id}",
            subject,
            release,
            ReleaseUsers.Get(release),
            phrases => $"{text(phrases)}\n{links.Dispatch(dispatch.Id)}",
            cancellationToken);

    private static string Counts(Dispatch dispatch, Phrases phrases)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{phrases["planned"]}: {dispatch.Planned}\n");
        foreach (var (state, count) in dispatch.Outcomes.Where(outcome => outcome.Value > 0))
        {
            text.Append(
                CultureInfo.InvariantCulture, $"{(state == OutcomeState.Accepted ? phrases["accepted"] : state.ToString())}: {count}\n");
        }

        foreach (var (reason, count) in dispatch.Excluded)
            text.Append(CultureInfo.InvariantCulture, $"{phrases.With("excluded", ("reason", reason))}: {count}\n");
        return text.ToString();
    }
}

using System.Globalization;
using System.Text;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Notices;
using Distribution.Platform.Languages;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Steering;

/// <summary>Sends the result of a dispatch to the users who wrote and scheduled its release.</summary>
public sealed class NotifyUsers(ReleaseStore releases, PostNotice postNotice, PublicLinks links)
{
    public Task FinishedAsync(Dispatch dispatch, Release release, CancellationToken cancellationToken) =>
        TellAsync("finished", "finished", phrases => Counts(dispatch, phrases), dispatch, release, cancellationToken);

    public async Task StoppedAsync(Dispatch dispatch, string reason, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(dispatch.Release, cancellationToken) is not { } release) return;
        await TellAsync($"stopped-{dispatch.Stops}", "stopped", phrases => $"{reason}\n\n{phrases["stopped_text"]}\n", dispatch, release.Value, cancellationToken);
    }

    private Task TellAsync(
        string what, string subject, Func<Phrases, string> text, Dispatch dispatch, Release release, CancellationToken cancellationToken) =>
        postNotice.RunAsync(
            $"{what}:{dispatch.Id}", subject, release, ReleaseUsers.Get(release), phrases => $"{text(phrases)}\n{links.Dispatch(dispatch.Id)}", cancellationToken);

    private static string Counts(Dispatch dispatch, Phrases phrases)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"{phrases["planned"]}{phrases["colon"]}{dispatch.Planned}\n");
        foreach (var (state, count) in dispatch.Outcomes.Where(outcome => outcome.Value > 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"{phrases[$"outcome_{state.ToString().ToLowerInvariant()}"]}{phrases["colon"]}{count}\n");
        }

        foreach (var (reason, count) in dispatch.Excluded) text.Append(CultureInfo.InvariantCulture, $"{phrases[$"excluded_{reason}"]}{phrases["colon"]}{count}\n");
        return text.ToString();
    }
}

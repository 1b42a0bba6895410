using System.Globalization;
using System.Text;
using Distribution.Dispatches;
using Distribution.Outbox;
using Distribution.People;
using Distribution.Releases;

namespace Distribution.Notices;

/// <summary>Tells the person who scheduled a release how its dispatch went.</summary>
public sealed class TellStaff(PersonStore people, ReleaseStore releases, PostMail postMail, PublicLinks links, TimeProvider time)
{
    public Task FinishedAsync(Dispatch dispatch, Release release, CancellationToken cancellationToken)
    {
        StringBuilder text = new();
        text.Append(CultureInfo.InvariantCulture, $"Planned: {dispatch.Planned}\n");
        foreach (var (state, count) in dispatch.Outcomes.Where(outcome => outcome.Value > 0)) text.Append(CultureInfo.InvariantCulture, $"{state}: {count}\n");
        foreach (var (reason, count) in dispatch.Excluded) text.Append(CultureInfo.InvariantCulture, $"Not planned, {reason}: {count}\n");
        return TellAsync("finished", "Sent", text.ToString(), dispatch, release, cancellationToken);
    }

    public async Task StoppedAsync(Dispatch dispatch, string reason, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(dispatch.Release, cancellationToken) is not { } release) return;
        await TellAsync($"stopped-{dispatch.Stops}", "Stopped", $"{reason}\n\nNothing is lost: mend the cause and resume the dispatch.\n", dispatch, release.Value, cancellationToken);
    }

    private async Task TellAsync(
        string what, string word, string text, Dispatch dispatch, Release release, CancellationToken cancellationToken)
    {
        if (release.ScheduledBy is null || await people.FindAsync(release.ScheduledBy, cancellationToken) is not { Value: var person }) return;
        var document = await releases.FindAsync(release.Id, cancellationToken);
        var headline = document?.In(release.OriginalLanguage).Headline ?? release.Id;
        OutboxMail mail = new()
        {
            Id = $"{what}:{dispatch.Id}",
            To = person.Email,
            Name = person.Name,
            Subject = $"{word}: {headline}",
            Text = $"{headline}\n\n{text}\n{links.Dispatch(dispatch.Id)}\n",
            Language = "en",
            CreatedAt = time.GetUtcNow(),
        };
        await postMail.RunAsync(mail, cancellationToken);
    }
}

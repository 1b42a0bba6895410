using Distribution.Audiences.MediaLists;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ScheduleReleaseTests(Azurite azurite) : ReleaseTests(azurite)
{
    private ScheduleRelease ScheduleRelease => App.Get<ScheduleRelease>();

    [Fact]
    public async Task A_scheduled_release_is_found_when_its_time_comes_and_not_before()
    {
        var at = new DateTimeOffset(2026, 11, 25, 9, 0, 0, TimeSpan.FromHours(-4));

        var scheduled = await ScheduleAsync(await CreateAsync(), at);

        Assert.Equal(
            (ReleaseState.Scheduled, at, "bo"), (scheduled.Release.State, scheduled.Release.SendAt, scheduled.Release.ScheduledBy));
        Assert.Equal(TimeSpan.Zero, scheduled.Release.SendAt!.Value.Offset);
        Assert.Empty(await DueAsync(at.AddTicks(-1)));
        Assert.Equal([new ReleaseTime { Release = scheduled.Release.Id, At = at }], await DueAsync(at));
        Assert.Equal(scheduled.Release.SendAt, (await DueAsync(at))[0].At);
    }

    [Fact]
    public async Task Without_a_time_it_is_due_now()
    {
        await ScheduleAsync(await CreateAsync());

        Assert.Single(await DueAsync(App.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task A_time_in_the_past_is_refused_and_the_draft_stays()
    {
        var draft = await CreateAsync();

        var result = await ScheduleRelease.RunAsync(draft, App.Clock.GetUtcNow().AddMinutes(-2), [], PressOffice.Bo, Token);

        Assert.Equal(["sendAt"], Assert.IsType<TransitionResult.Invalid>(result).Errors.ToDictionary().Keys);
        Assert.Equal(ReleaseState.Draft, (await FindAsync(draft.Release.Id)).Release.State);
    }

    [Fact]
    public async Task A_list_that_has_gone_since_it_was_written_is_named()
    {
        var draft = await CreateAsync();
        var lists = App.Get<MediaListStore>();
        await lists.DeleteAsync((await lists.FindAsync("desk-press", Token))!, Token);

        var result = await ScheduleRelease.RunAsync(draft, null, [], PressOffice.Bo, Token);

        Assert.Equal(["audience.lists.1"], Assert.IsType<TransitionResult.Invalid>(result).Errors.ToDictionary().Keys);
    }

    [Fact]
    public async Task Of_many_who_schedule_it_at_once_one_does()
    {
        var draft = await CreateAsync();

        var results = await Task.WhenAll(Enumerable.Range(1, 6).Select(hours =>
            ScheduleRelease.RunAsync(draft, App.Clock.GetUtcNow().AddHours(hours), [], PressOffice.Bo, Token)));

        var scheduled = Assert.Single(results.OfType<TransitionResult.Done>()).Release.Release;
        Assert.Equal(5, results.OfType<TransitionResult.Changed>().Count());
        Assert.Contains(await DueAsync(DateTimeOffset.MaxValue.AddDays(-1)), row => row.At == scheduled.SendAt);
    }

    [Fact]
    public async Task A_scheduled_release_is_not_scheduled_again()
    {
        var scheduled = await ScheduleAsync(await CreateAsync());

        Assert.Equal(
            new TransitionResult.Refused(new TransitionDecision.WrongState(ReleaseState.Scheduled)),
            await ScheduleRelease.RunAsync(scheduled, null, [], PressOffice.Bo, Token));
    }

    [Fact]
    public async Task An_unscheduled_release_stays_approved_and_can_be_scheduled_for_the_same_time()
    {
        var at = App.Clock.GetUtcNow().AddHours(1);
        var scheduled = await ScheduleAsync(await CreateAsync(), at);

        var result = await App.Get<TransitionRelease>().UnscheduleAsync(scheduled, PressOffice.Bo, Token);

        var draft = Assert.IsType<TransitionResult.Done>(result).Release;
        Assert.Equal((ReleaseState.Approved, null, null), (draft.Release.State, draft.Release.SendAt, draft.Release.ScheduledBy));
        Assert.Equal(
            new TransitionResult.Refused(new TransitionDecision.WrongState(ReleaseState.Approved)),
            await App.Get<TransitionRelease>().UnscheduleAsync(draft, PressOffice.Bo, Token));
        await ScheduleAsync(draft, at);
        Assert.Single(await DueAsync(at));
    }

    [Fact]
    public async Task Slugs_stay_with_their_text()
    {
        var scheduled = await ScheduleAsync(await CreateAsync());
        var draft = Assert.IsType<TransitionResult.Done>(
            await App.Get<TransitionRelease>().UnscheduleAsync(scheduled, PressOffice.Bo, Token)).Release;
        var replaced = await App.Get<ReplaceRelease>().RunAsync(draft, PressOffice.Release, PressOffice.Ana, Token);

        var again = await ScheduleAsync(Assert.IsType<TransitionResult.Done>(replaced).Release);

        Assert.Equal("quatre-etats-comptent-leurs-recifs", scheduled.In("fr").Slug);
        Assert.Equal("quatre-etats-comptent-leurs-recifs", again.In("fr").Slug);
        Assert.Equal("four-states-count-their-reefs", again.In("en").Slug);
    }
}

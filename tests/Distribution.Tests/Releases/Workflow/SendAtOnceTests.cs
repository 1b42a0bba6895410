using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;
using Distribution.Tests.Releases.Drafts;

namespace Distribution.Tests.Releases.Workflow;

/// <summary>A decision to send at once puts the release on its queue, and no other decision does.</summary>
public sealed class SendAtOnceTests(Azurite azurite) : ReleaseTests(azurite)
{
    [Fact]
    public async Task An_approval_without_a_time_starts_the_release()
    {
        var approved = await ApproveAsync(null);

        Assert.Equal([approved.Release.Id], await MessagesAsync());
    }

    [Fact]
    public async Task An_approval_with_a_time_starts_nothing()
    {
        await ApproveAsync(App.Clock.GetUtcNow().AddHours(1));

        Assert.Empty(await MessagesAsync());
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(60, 0)]
    public async Task A_release_scheduled_for_now_is_started(int minutes, int messages)
    {
        await ScheduleAsync(await CreateAsync(), App.Clock.GetUtcNow().AddMinutes(minutes));

        Assert.Equal(messages, (await MessagesAsync()).Count);
    }

    [Fact]
    public async Task An_edit_of_a_release_whose_time_has_come_starts_nothing()
    {
        var scheduled = await ScheduleAsync(await CreateAsync(), App.Clock.GetUtcNow().AddMinutes(5));
        App.Clock.Advance(TimeSpan.FromMinutes(5));

        await App.Get<TransitionRelease>().UnscheduleAsync(scheduled, PressOffice.Bo, Token);

        Assert.Empty(await MessagesAsync());
    }

    private async Task<ReleaseDocument> ApproveAsync(DateTimeOffset? sendAt)
    {
        var submitted = Assert.IsType<TransitionResult.Done>(
            await App.Get<SubmitRelease>().RunAsync(await CreateAsync(), sendAt, PressOffice.Ana, Token)).Release;
        return Assert.IsType<TransitionResult.Done>(
            await App.Get<ApproveRelease>().RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token)).Release;
    }

    private async Task<IReadOnlyList<string>> MessagesAsync() =>
        [.. (await App.Get<Queues>()[Queues.Releases].PeekMessagesAsync(32, Token)).Value.Select(message => message.MessageText)];
}

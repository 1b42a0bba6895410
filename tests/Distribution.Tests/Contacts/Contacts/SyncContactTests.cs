using Distribution.Contacts.Contacts;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Contacts;

public sealed class SyncContactTests(Azurite azurite) : CoreHostTests(azurite)
{
    private SyncContact Sync => App.Get<SyncContact>();

    [Fact]
    public async Task What_is_done_is_forgotten()
    {
        await App.Get<ReplaceContact>().RunAsync(await AddContactAsync(), PressOffice.Contact("rosa@example.net"), Token);

        Assert.Empty(await JobsAsync());
    }

    [Fact]
    public async Task A_write_that_was_not_done_changes_nothing_and_leaves_no_job()
    {
        Assert.False(await Sync.RunAsync("id", () => Task.FromResult<WriteResult>(new WriteResult.Changed()), Token));
        Assert.Empty(await JobsAsync());
    }

    [Fact]
    public async Task After_a_crash_the_timer_brings_the_copies_up_to_date()
    {
        var contact = await AddContactAsync();
        await SubscribeAsync(contact.Value.Id);
        var store = App.Get<ContactStore>();

        // The process dies when the contact is written and the subscription is not.
        await Assert.ThrowsAsync<OperationCanceledException>(() => Sync.RunAsync(
            contact.Value.Id,
            async () =>
            {
                await store.ReplaceAsync(contact, contact.Value with { Name = "Rosa N." }, Token);
                throw new OperationCanceledException();
            },
            Token));
        Assert.Equal("Rosa Núñez", (await SubscriptionAsync(contact.Value.Id)).Name);
        App.Clock.Advance(TimeSpan.FromMinutes(5));
        await App.Get<WakeJobs>().RunAsync(Token);
        await App.Get<RunWork>().RunAsync($"{SyncContact.JobName}|{contact.Value.Id}", Token);

        Assert.Equal("Rosa N.", (await SubscriptionAsync(contact.Value.Id)).Name);
        Assert.Empty(await JobsAsync());
    }

    [Fact]
    public async Task A_job_that_another_write_has_remembered_since_is_kept()
    {
        await Sync.RunAsync(
            "id",
            async () =>
            {
                await App.Get<JobStore>().ScheduleAsync(SyncContact.JobName, "id", App.Clock.GetUtcNow(), Token);
                return new WriteResult.Changed();
            },
            Token);

        Assert.Equal(["id"], await JobsAsync());
    }

    [Fact]
    public async Task A_request_that_ends_first_forgets_nothing_of_one_that_is_still_writing()
    {
        await Sync.RunAsync(
            "id",
            async () =>
            {
                Assert.False(await Sync.RunAsync("id", () => Task.FromResult<WriteResult>(new WriteResult.Changed()), Token));
                Assert.Equal(["id"], await JobsAsync());
                return new WriteResult.Changed();
            },
            Token);

        Assert.Empty(await JobsAsync());
    }

    /// <summary>Ids of the contacts that have a job, or will have one if a process dies now.</summary>
    private async Task<List<string>> JobsAsync() =>
    [
        .. await App.Get<JobStore>().AllAsync(Token).Select(job => job.Value.Id).ToListAsync(Token),
        .. await App.Get<JobStore>().FollowUpsAsync(Token).Select(followUp => followUp.Value.Id).ToListAsync(Token),
    ];
}

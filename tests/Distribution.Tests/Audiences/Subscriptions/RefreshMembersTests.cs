using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Faults;
using Distribution.Tests.Audiences.MediaLists;

namespace Distribution.Tests.Audiences.Subscriptions;

public sealed class RefreshMembersTests(Azurite azurite)
{
    private const string List = RuleLists.List;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_rule_puts_those_on_the_list_whom_it_names_and_takes_them_off_when_it_names_others()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var reefs = await desk.AddContactsAsync("reef", 130, Token, "reefs");
        var health = await desk.AddContactsAsync("health", 20, Token, "health");

        await desk.AddRuleListAsync(RuleLists.Reefs, Token);
        Assert.True((await desk.Get<ReadRefresh>().RunAsync(List, Token)).IsRefreshing);
        await desk.RunQueuesAsync(Token);
        Assert.Equal(reefs, await desk.MembersAsync(Token));

        await desk.SetRuleAsync(RuleLists.Health, Token);
        await desk.RunQueuesAsync(Token);
        Assert.Equal(health, await desk.MembersAsync(Token));
        var progress = await desk.Get<ReadRefresh>().RunAsync(List, Token);
        Assert.Equal((false, 16, 20, 130), (progress.IsRefreshing, progress.PartsDone, progress.Entered, progress.Removed));

        await desk.SetRuleAsync(null, Token);
        await desk.RunQueuesAsync(Token);
        Assert.Empty(await desk.MembersAsync(Token));
        Assert.Empty(await desk.Get<JobStore>().AllAsync(Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_contact_who_unsubscribed_stays_off_and_one_that_a_user_put_on_stays_on_whatever_the_rule()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var reefs = await desk.AddContactsAsync("reef", 3, Token, "reefs");
        await desk.AddRuleListAsync(RuleLists.Reefs, Token);
        await desk.RunQueuesAsync(Token);
        await desk.Get<EndSubscription>().RunAsync(List, reefs[0], SubscriptionChange.Unsubscribed, Token);
        await desk.Get<SubscribeContact>().RunAsync(reefs[1], PressOffice.Subscription(List), Token);

        await desk.SetRuleAsync(RuleLists.Health, Token);
        await desk.RunQueuesAsync(Token);
        Assert.Equal([reefs[1]], await desk.MembersAsync(Token));
        await desk.SetRuleAsync(RuleLists.Reefs, Token);
        await desk.RunQueuesAsync(Token);

        Assert.Equal(reefs[1..], await desk.MembersAsync(Token));
        Assert.Equal(SubscriptionState.Ended, (await FindAsync(desk, reefs[0]))!.State);
    }

    [Fact]
    public async Task An_import_brings_nobody_back_who_has_left_and_puts_the_others_on()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddRuleListAsync(RuleLists.Reefs, Token);
        await desk.RunQueuesAsync(Token);
        var ids = (await desk.AddContactsAsync("reef", 60, Token, "reefs")).Where(id => id[0] < '8').ToList();
        var shard = ids.GroupBy(id => id[0]).First(group => group.Count() > 1);
        await desk.Get<SyncContact>().RunAsync(shard.First(), Token);
        await desk.Get<EndSubscription>().RunAsync(List, shard.First(), SubscriptionChange.Unsubscribed, Token);

        // As an import that takes everybody for new.
        List<RuleWrite> writes = [];
        foreach (var id in shard)
        {
            var contact = (await desk.Get<ContactStore>().FindAsync(id, Token))!;
            writes.Add(
                new(contact, RuleMembership.Decide(List, RuleLists.Reefs, contact.Value, null, null, desk.Clock.GetUtcNow())!, null));
        }

        await desk.Get<WriteRuleChanges>().RunAsync(List, writes, Token);

        Assert.Equal(shard.Skip(1), await desk.MembersAsync(Token));
        Assert.Equal(SubscriptionState.Ended, (await FindAsync(desk, shard.First()))!.State);
    }

    [Fact]
    public async Task When_an_outlet_becomes_a_radio_station_its_people_are_on_the_list_for_radio()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var outlets = desk.Get<OutletStore>();
        await outlets.AddAsync("wave", new() { Id = "wave", Name = "Wave", Type = OutletType.Daily }, Token);
        var ids = await desk.AddContactsAsync("reef", 2, Token);
        var contact = (await desk.Get<ContactStore>().FindAsync(ids[0], Token))!;
        await desk.Get<ContactStore>().ReplaceAsync(contact, contact.Value with { Positions = [new() { Outlet = "wave" }] }, Token);
        await desk.AddRuleListAsync(new() { OutletTypes = [OutletType.Radio] }, Token);
        await desk.RunQueuesAsync(Token);
        Assert.Empty(await desk.MembersAsync(Token));

        var wave = (await outlets.FindAsync("wave", Token))!;
        await outlets.ReplaceAsync(wave, wave.Value with { Type = OutletType.Radio }, Token);
        await desk.RunQueuesAsync(Token);

        Assert.Equal([ids[0]], await desk.MembersAsync(Token));
    }

    [Fact]
    public async Task A_rule_whose_request_died_after_it_was_written_is_carried_out_by_the_timer()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        var reefs = await desk.AddContactsAsync("reef", 3, Token, "reefs");
        await desk.AddRuleListAsync(RuleLists.Health, Token);
        await desk.RunQueuesAsync(Token);

        // The job is written once before the rule and once after it.
        await DieAtAsync(proxy, StorageRequest.Is("PUT", Tables.Jobs), skip: 0, death => desk.SetRuleAsync(RuleLists.Reefs, death));
        Assert.Equal(RuleLists.Reefs, (await desk.Get<MediaListStore>().FindAsync(List, Token))!.Value.Rule);
        Assert.Empty(await desk.MembersAsync(Token));
        desk.Clock.Advance(TimeSpan.FromMinutes(6));
        await desk.Get<WakeJobs>().RunAsync(Token);
        await desk.RunQueuesAsync(Token);

        Assert.Equal(reefs, await desk.MembersAsync(Token));
    }

    [Fact]
    public async Task A_run_that_dies_before_any_one_of_its_writes_is_made_good_by_the_next()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        var health = await desk.AddContactsAsync("health", 2, Token, "health");
        var reefs = await desk.AddContactsAsync("reef", 2, Token, "reefs");
        await desk.AddRuleListAsync(RuleLists.Reefs, Token);
        await desk.RunQueuesAsync(Token);

        var died = true;
        for (var write = 0; died; write++)
        {
            var (rule, members) = write % 2 == 0 ? (RuleLists.Health, health) : (RuleLists.Reefs, reefs);
            await desk.SetRuleAsync(rule, Token);
            died = await DieAtAsync(
                proxy, request => request.Method != "GET", write, death => desk.Get<RefreshMembers>().RunAsync(List, death));
            await desk.RunQueuesAsync(Token);
            Assert.Equal(members, await desk.MembersAsync(Token));
        }
    }

    [Fact]
    public async Task A_run_that_died_is_followed_by_one_that_goes_on_at_the_same_shard()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        await desk.AddRuleListAsync(RuleLists.Reefs, Token);
        await DieAtAsync(
            proxy, StorageRequest.Is("PUT", Tables.MediaLists), skip: 9, death => desk.Get<RefreshMembers>().RunAsync(List, death));
        Assert.Equal(9, (await desk.Get<ReadRefresh>().RunAsync(List, Token)).PartsDone);

        proxy.CountAnew();
        await desk.Get<RefreshMembers>().RunAsync(List, Token);

        Assert.Equal(16 - 9, proxy.Counts[$"GET {Tables.Contacts}"]);
    }

    [Fact]
    public async Task Two_runs_at_once_put_everybody_on_once()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await using var other = desk.Another();
        var reefs = await desk.AddContactsAsync("reef", 120, Token, "reefs");
        await desk.AddRuleListAsync(RuleLists.Reefs, Token);

        await Task.WhenAll(desk.Get<RefreshMembers>().RunAsync(List, Token), other.Get<RefreshMembers>().RunAsync(List, Token));

        Assert.Equal(reefs, await desk.MembersAsync(Token));
        Assert.False((await desk.Get<RuleRefreshStore>().FindAsync(List, Token))!.Value.FinishedAt is null);
    }

    [Fact]
    public async Task A_contact_who_is_edited_between_being_read_and_being_put_on_is_not_on_the_list()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        var reefs = await desk.AddContactsAsync("reef", 2, Token, "reefs");
        await desk.AddRuleListAsync(RuleLists.Reefs, Token);
        TaskCompletionSource edited = new();
        var writing = proxy.On(request => request.Name == "$batch", StorageFault.Hold(edited.Task));

        var run = desk.Get<RefreshMembers>().RunAsync(List, Token);
        await writing.WaitAsync(1, Token);
        var contact = (await desk.Get<ContactStore>().FindAsync(reefs[0], Token))!;
        await desk.Get<SyncContact>().RunAsync(
            reefs[0], () => desk.Get<ContactStore>().ReplaceAsync(contact, contact.Value with { Topics = ["sport"] }, Token), Token);
        edited.SetResult();
        await run;

        Assert.Equal(reefs[1..], await desk.MembersAsync(Token));
    }

    [Fact]
    public async Task A_rule_that_changes_while_a_run_writes_by_the_old_one_counts()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        await using var other = desk.Another();
        await desk.AddContactsAsync("reef", 2, Token, "reefs");
        var health = await desk.AddContactsAsync("health", 2, Token, "health");
        await desk.AddRuleListAsync(RuleLists.Reefs, Token);
        TaskCompletionSource changed = new();
        var writing = proxy.On(request => request.Name == "$batch", StorageFault.Hold(changed.Task));

        var run = desk.Get<RefreshMembers>().RunAsync(List, Token);
        await writing.WaitAsync(1, Token);
        await desk.SetRuleAsync(RuleLists.Health, Token);
        await other.Get<RefreshMembers>().RunAsync(List, Token);
        changed.SetResult();
        await run;

        Assert.Equal(health, await desk.MembersAsync(Token));
    }

    /// <summary>Does something that dies before its next request of a kind but so many.</summary>
    /// <returns>Whether it came that far.</returns>
    private static async Task<bool> DieAtAsync(
        StorageProxy proxy, Func<StorageRequest, bool> match, int skip, Func<CancellationToken, Task> work)
    {
        using CancellationTokenSource death = new();
        TaskCompletionSource never = new();
        var dying = proxy.On(request => match(request) && !never.Task.IsCompleted, StorageFault.Hold(never.Task), skip);
        var working = work(death.Token);
        await Task.WhenAny(working, dying.WaitAsync(1, Token));
        await death.CancelAsync();
        await working.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        never.SetCanceled(Token);
        return dying.Hits > 0;
    }

    private static async Task<Subscription?> FindAsync(DispatchHost desk, string contact) =>
        (await desk.Get<SubscriptionStore>().FindAsync(List, contact, Token))?.Value;
}

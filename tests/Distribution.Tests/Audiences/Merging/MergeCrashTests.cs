using Azure;
using Distribution.Audiences.Merging;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Audiences.Merging;

/// <summary>The program dies before the first write of a merge, before the second, and so on, and another instance finds what it left.</summary>
public sealed class MergeCrashTests(Azurite azurite) : IAsyncLifetime
{
    /// <summary>A status that the storage SDK does not ask again for.</summary>
    private const int Dead = 403;

    private static readonly Actor Ana = new("ana", null);

    private StorageProxy proxy = null!;
    private DispatchHost desk = null!;
    private DispatchHost doomed = null!;
    private int writesLeft = int.MaxValue;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        proxy = await StorageProxy.StartAsync(azurite, Cancellation);
        proxy.On(IsDead, StorageFault.Refuse(Dead), times: int.MaxValue);
        desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        doomed = desk.Another(proxy.Setting);
        foreach (var list in new[] { "press", "radio", "former" }) await desk.AddListAsync(list, Cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        await doomed.DisposeAsync();
        await desk.DisposeAsync();
        await proxy.DisposeAsync();
    }

    [Fact]
    public async Task A_merge_that_is_cut_off_anywhere_is_finished_by_the_job_and_can_be_undone()
    {
        var crashes = 0;
        for (var hasCrashed = true; hasCrashed; crashes++)
        {
            var (kept, other) = await PairAsync(crashes);
            hasCrashed = await CrashAsync(crashes, () => doomed.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation));
            await RunJobsAsync();

            if (await desk.Get<MergeStore>().IntoAsync(kept, Cancellation) is [var begun])
            {
                await AssertOneAsync(kept, other, $"crash {crashes}");
                Assert.IsType<UndoMergeResult.Undone>(await desk.Get<UndoMerge>().RunAsync(begun.Value.Id, Ana, Cancellation));
            }

            await AssertTwoAsync(kept, other, $"crash {crashes}");
        }

        Assert.InRange(crashes, 12, 60);
    }

    [Fact]
    public async Task A_merge_that_is_cut_off_anywhere_is_finished_by_whoever_asks_again()
    {
        var crashes = 0;
        for (var hasCrashed = true; hasCrashed; crashes += 3)
        {
            var (kept, other) = await PairAsync(crashes);
            hasCrashed = await CrashAsync(crashes, () => doomed.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation));

            Assert.IsType<MergeContactsResult.Merged>(await desk.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation));
            await AssertOneAsync(kept, other, $"crash {crashes}");
        }
    }

    [Fact]
    public async Task An_undoing_that_is_cut_off_anywhere_is_finished_by_the_job()
    {
        var crashes = 0;
        for (var hasCrashed = true; hasCrashed; crashes++)
        {
            var (kept, other) = await PairAsync(crashes);
            await desk.Get<MergeContacts>().RunAsync(kept, other, false, Ana, Cancellation);
            var merge = Assert.Single(await desk.Get<MergeStore>().IntoAsync(kept, Cancellation)).Value.Id;
            desk.Clock.Advance(TimeSpan.FromMinutes(10));
            hasCrashed = await CrashAsync(crashes, () => doomed.Get<UndoMerge>().RunAsync(merge, Ana, Cancellation));
            await RunJobsAsync();

            var state = (await desk.Get<MergeStore>().FindAsync(merge, Cancellation))!.Value.State;
            if (state == MergeState.Undone) await AssertTwoAsync(kept, other, $"crash {crashes}");
            else await AssertOneAsync(kept, other, $"crash {crashes}");
        }

        Assert.InRange(crashes, 12, 60);
    }

    /// <summary>Rosa on one list, and Rosa with another address on that, on a further one, and off a third.</summary>
    private async Task<(string Kept, string Other)> PairAsync(int number)
    {
        var kept = await AddAsync($"rosa{number}@example.org");
        var other = await AddAsync($"nunez{number}@example.org");
        await SubscribeAsync(kept, "press");
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        foreach (var list in new[] { "press", "radio", "former" }) await SubscribeAsync(other, list);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Get<EndSubscription>().RunAsync("former", other, SubscriptionChange.Unsubscribed, Cancellation);
        return (kept, other);
    }

    private async Task<string> AddAsync(string address) => Assert.IsType<AddContactResult.Added>(await desk.Get<AddContact>().RunAsync(
        PressOffice.Contact(address) with { OtherAddresses = [$"also.{address}"], Languages = ["es"], Countries = [], Topics = [] }, Cancellation)).Contact.Value.Id;

    private async Task SubscribeAsync(string contact, string list) => Assert.IsType<SubscribeContactResult.Subscribed>(
        await desk.Get<SubscribeContact>().RunAsync(contact, PressOffice.Subscription(list), Cancellation));

    /// <summary>Lets so many writes happen and none after them. Those of the index are many and no steps of a merge; they have tests of their own.</summary>
    /// <returns>Whether that was too few.</returns>
    private async Task<bool> CrashAsync(int writes, Func<Task> run)
    {
        writesLeft = writes;
        try
        {
            await run();
            return false;
        }
        catch (RequestFailedException failure) when (failure.Status == Dead)
        {
            return true;
        }
        finally
        {
            writesLeft = int.MaxValue;
        }
    }

    private bool IsDead(StorageRequest request)
    {
        if (request.Method == "GET" || writesLeft == int.MaxValue) return false;
        if (!$"{request.Path}{request.Body}".Contains(Tables.ContactIndex, StringComparison.Ordinal)) writesLeft--;
        return writesLeft < 0;
    }

    private async Task RunJobsAsync()
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(10));
        await desk.Get<WakeJobs>().RunAsync(Cancellation);
        await desk.RunQueuesAsync(Cancellation);
        Assert.Empty(await desk.Get<JobStore>().AllAsync(Cancellation).ToListAsync(Cancellation));
    }

    private async Task AssertOneAsync(string kept, string other, string when)
    {
        var contact = (await desk.Get<ContactStore>().FindAsync(kept, Cancellation))!.Value;
        Assert.True(contact.Aliases.SequenceEqual([other]), when);
        Assert.Equal(3, contact.OtherAddresses.Count);
        Assert.Null(await desk.Get<ContactStore>().FindAsync(other, Cancellation));
        Assert.Equal(kept, await desk.Get<ContactStore>().OwnerAsync(other, Cancellation));
        Assert.Equal("Confirmed Confirmed Ended", await StatesAsync(kept));
        Assert.Equal("Ended Ended Ended", await StatesAsync(other));
        Assert.Equal((await SubscriptionAsync(kept, "press")).ChangedAt, (await SubscriptionAsync(kept, "radio")).ChangedAt);
        Assert.Equal(contact.Address, (await SubscriptionAsync(kept, "radio")).Address);
        Assert.Equal(MergeState.Done, (await desk.Get<MergeStore>().IntoAsync(kept, Cancellation))[0].Value.State);
        await AssertFreeAsync(kept, other, when);
    }

    private async Task AssertTwoAsync(string kept, string other, string when)
    {
        foreach (var id in new[] { kept, other })
        {
            var contact = (await desk.Get<ContactStore>().FindAsync(id, Cancellation))!.Value;
            Assert.True(contact.Aliases.Count == 0, when);
            Assert.Equal([$"also.{contact.Address}"], contact.OtherAddresses);
            Assert.Equal(id, await desk.Get<ContactStore>().OwnerAsync(desk.Get<AddressHash>().Compute(MailAddress.Parse(contact.OtherAddresses[0])!), Cancellation));
        }

        Assert.Equal("Confirmed - -", await StatesAsync(kept));
        Assert.Equal("Confirmed Confirmed Ended", await StatesAsync(other));
        await AssertFreeAsync(kept, other, when);
    }

    private async Task AssertFreeAsync(string kept, string other, string when)
    {
        Assert.True(await desk.Get<MergeStore>().UnderWayAsync(kept, Cancellation) is null, when);
        Assert.True(await desk.Get<MergeStore>().UnderWayAsync(other, Cancellation) is null, when);
    }

    private async Task<string> StatesAsync(string contact)
    {
        List<string> states = [];
        foreach (var list in new[] { "press", "radio", "former" })
        {
            states.Add((await desk.Get<SubscriptionStore>().FindAsync(list, contact, Cancellation))?.Value.State.ToString() ?? "-");
        }

        return string.Join(' ', states);
    }

    private async Task<Subscription> SubscriptionAsync(string contact, string list) =>
        (await desk.Get<SubscriptionStore>().FindAsync(list, contact, Cancellation))!.Value;
}

using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Resolutions;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Resolutions;

public sealed class ResolveHeldTests(Azurite azurite)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_users_who_resolve_at_once_are_both_on_record()
    {
        await using var desk = await OpenAsync(recipients: 1);
        var (dispatch, contacts) = await HoldAsync(desk);

        await Task.WhenAll(
            ResolveAsync(desk, dispatch, Resolution.Received, "ana", contacts),
            ResolveAsync(desk, dispatch, Resolution.NotReceived, "li", contacts));

        var heldResolution = Assert.Single(await ResolutionsAsync(desk, dispatch));
        Assert.Equal(["ana", "li"], heldResolution.Earlier.Select(earlier => earlier.By).Append(heldResolution.By).Order());
    }

    [Fact]
    public async Task Settling_the_same_again_writes_nothing()
    {
        await using var desk = await OpenAsync(recipients: 3);
        var (dispatch, contacts) = await HoldAsync(desk);
        await ResolveAsync(desk, dispatch, Resolution.Received, "ana", contacts[..2]);
        desk.Clock.Advance(TimeSpan.FromDays(1));

        await ResolveAsync(desk, dispatch, Resolution.Received, "li", contacts);

        Assert.Equal(["ana", "ana", "li"], (await ResolutionsAsync(desk, dispatch)).Select(heldResolution => heldResolution.By).Order());
    }

    [Fact]
    public async Task Resolving_leaves_the_batches_as_they_are()
    {
        await using var desk = await OpenAsync(recipients: 2);
        var (dispatch, contacts) = await HoldAsync(desk);
        var before = await desk.Get<BatchStore>().FindAsync(new(dispatch.Id, dispatch.Plan!, dispatch.LastBatch!), Cancellation);

        await ResolveAsync(desk, dispatch, Resolution.NotReceived, "ana", contacts);

        var after = await desk.Get<BatchStore>().FindAsync(new(dispatch.Id, dispatch.Plan!, dispatch.LastBatch!), Cancellation);
        Assert.Equal(before!.Value.ETag, after!.Value.ETag);
    }

    [Fact]
    public async Task Each_contact_is_found_in_its_batch_by_one_query()
    {
        await using var desk = await OpenAsync(recipients: 9, ("Dispatch:BatchSize", "2"));
        var (dispatch, contacts) = await HoldAsync(desk);
        var batches = desk.Get<BatchStore>();

        foreach (var contact in contacts) Assert.NotNull((await batches.FindOfAsync(dispatch, contact, Cancellation))?.IndexOf(contact));

        Assert.Null((await batches.FindOfAsync(dispatch, new string('0', 32), Cancellation))?.IndexOf(new string('0', 32)));
        Assert.Null(await batches.FindOfAsync(dispatch, "g", Cancellation));
    }

    private async Task<DispatchHost> OpenAsync(int recipients, params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Cancellation, [("Dispatch:ResendUncertain", "false"), .. settings]);
        await desk.AddListAsync("press", Cancellation);
        for (var number = 0; number < recipients; number++) await desk.SubscribeAsync("press", $"r{number}@example.org", Cancellation);
        desk.Relay.On(SmtpStep.Message, _ => SmtpAnswer.Drop);
        return desk;
    }

    private static async Task<(Dispatch Dispatch, string[] Contacts)> HoldAsync(DispatchHost desk)
    {
        var release = await desk.ScheduleAsync(["press"], Cancellation);
        await desk.RunAsync(Cancellation);
        var dispatch = await desk.DispatchOfAsync(release, Cancellation);
        var held = await desk.Get<ListHeld>().RunAsync(dispatch, resolved: null, 100, after: null, Cancellation);
        return (dispatch, [.. held.Items.Select(entry => entry.Contact)]);
    }

    private static async Task ResolveAsync(DispatchHost desk, Dispatch dispatch, Resolution resolution, string person, IEnumerable<string> contacts) =>
        Assert.IsType<ResolveHeldResult.Resolved>(await desk.Get<ResolveHeld>().RunAsync(
            dispatch, [.. contacts.Select(contact => new ResolutionInput { Contact = contact, Resolution = resolution })], person, Cancellation));

    private static async Task<IEnumerable<HeldResolution>> ResolutionsAsync(DispatchHost desk, Dispatch dispatch) =>
        (await desk.Get<ResolutionStore>().ForDispatchAsync(dispatch.Id, Cancellation)).Values;
}

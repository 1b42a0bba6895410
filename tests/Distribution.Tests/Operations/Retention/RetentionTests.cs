using System.Diagnostics.Metrics;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Operations.Housekeeping;
using Distribution.Operations.Retention;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Telemetry;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Microsoft.Extensions.Diagnostics.Metrics.Testing;

namespace Distribution.Tests.Operations.Retention;

public sealed class RetentionTests(Azurite azurite)
{
    private const string Press = "press";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_subscription_that_nobody_confirms_goes_after_thirty_days_and_a_confirmed_one_stays()
    {
        await using var desk = await OpenAsync();
        var pending = await desk.SubscribeAsync(Press, "rosa@example.org", Token, SubscriptionState.Pending);
        var confirmed = await desk.SubscribeAsync(Press, "tariq@example.org", Token);

        desk.Clock.Advance(TimeSpan.FromDays(30));
        await NightAsync(desk, "pendingSubscriptions", 0);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await NightAsync(desk, "pendingSubscriptions", 1);

        Assert.Null(await desk.Get<SubscriptionStore>().FindAsync(Press, pending, Token));
        Assert.NotNull(await desk.Get<SubscriptionStore>().FindAsync(Press, confirmed, Token));
    }

    [Fact]
    public async Task A_link_that_works_once_goes_thirty_days_after_it_has_expired()
    {
        await using var desk = await OpenAsync();
        await desk.Get<OneTimeTokenStore>().AddAsync(TokenPurpose.Confirm, "0a", null, TimeSpan.FromDays(2), Token);

        desk.Clock.Advance(TimeSpan.FromDays(32));
        await NightAsync(desk, "tokens", 0);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await NightAsync(desk, "tokens", 1);
        await NightAsync(desk, "tokens", 0);
    }

    [Fact]
    public async Task A_contact_whose_subscriptions_have_all_ended_goes_when_a_setting_says_so()
    {
        await using var desk = await OpenAsync(("Retention:EndedContacts", "100.00:00:00"));
        await desk.AddListAsync("other", Token);
        var (ended, reader, never) = (await AddContactAsync(desk, "ended@example.org"), await AddContactAsync(
            desk, "reader@example.org"), await AddContactAsync(desk, "never@example.org"));
        foreach (var (contact, list) in new[] { (ended, Press), (ended, "other"), (reader, Press), (reader, "other") })
            await SubscribeAsync(desk, contact, list);
        await EndAsync(desk, ended, Press);
        await EndAsync(desk, reader, Press);
        desk.Clock.Advance(TimeSpan.FromDays(50));
        await EndAsync(desk, ended, "other");

        desk.Clock.Advance(TimeSpan.FromDays(100));
        await NightAsync(desk, "endedContacts", 0);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await NightAsync(desk, "endedContacts", 1);

        var contacts = desk.Get<ContactStore>();
        Assert.Null(await contacts.FindAsync(ended, Token));
        Assert.NotNull(await contacts.FindAsync(reader, Token));
        Assert.NotNull(await contacts.FindAsync(never, Token));
        Assert.Equal("", (await desk.Get<SubscriptionStore>().FindAsync(Press, ended, Token))!.Value.Address);
    }

    [Fact]
    public async Task Ledgers_name_nobody_two_years_after_the_finish_and_their_hash_holds()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync(Press, "rosa@example.org", Token);
        await desk.SubscribeAsync(Press, "tariq@example.org", Token);
        var old = await SendAsync(desk);
        desk.Clock.Advance(TimeSpan.FromDays(365));
        var recent = await SendAsync(desk);

        desk.Clock.Advance(TimeSpan.FromDays(365));
        await NightAsync(desk, "deliveryDetails", 0);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await NightAsync(desk, "deliveryDetails", 2);
        await NightAsync(desk, "deliveryDetails", 0);

        var batches = desk.Get<BatchStore>();
        Assert.All(
            await batches.AllAsync(old.Id, old.Plan!, Token).ToListAsync(Token),
            batch => Assert.All(batch.Recipients, recipient => Assert.Equal(("", ""), (recipient.Address, recipient.Name))));
        Assert.Equal(old.RecordHash, (await FinalRecord.ReadAsync(batches.AllAsync(old.Id, old.Plan!, Token), Token)).Hash);
        Assert.Equal(2, (await desk.OutcomesAsync(recent, Token)).Keys.Count(address => address.Length > 0));
    }

    [Fact]
    public async Task Entries_of_the_audit_go_when_a_setting_says_so_from_both_places()
    {
        await using var desk = await OpenAsync(("Retention:AuditEntries", "400.00:00:00"));
        var audit = desk.Get<AuditStore>();
        await audit.AddAsync("contacts.moved", Actor.Program, "contact:0a", new Dictionary<string, string>(), Token);
        desk.Clock.Advance(TimeSpan.FromDays(200));
        await audit.AddAsync("contacts.moved", Actor.Program, "contact:0b", new Dictionary<string, string>(), Token);

        desk.Clock.Advance(TimeSpan.FromDays(200));
        await NightAsync(desk, "auditEntries", 0);
        desk.Clock.Advance(TimeSpan.FromSeconds(1));
        await NightAsync(desk, "auditEntries", 1);

        Assert.Empty((await audit.PageAsync("contact:0a", 10, null, Token)).Items);
        Assert.Equal("contact:0b", Assert.Single((await audit.PageAsync(null, 10, null, Token)).Items).Value.Subject);
    }

    [Fact]
    public async Task By_themselves_contacts_and_the_audit_are_kept_for_good()
    {
        await using var desk = await OpenAsync();
        var contact = await AddContactAsync(desk, "ended@example.org");
        await SubscribeAsync(desk, contact, Press);
        await EndAsync(desk, contact, Press);
        await desk.Get<AuditStore>().AddAsync("contacts.moved", Actor.Program, "contact:0a", new Dictionary<string, string>(), Token);

        desk.Clock.Advance(TimeSpan.FromDays(3650));
        await NightAsync(desk, "endedContacts", 0);

        Assert.NotNull(await desk.Get<ContactStore>().FindAsync(contact, Token));
        Assert.Single((await desk.Get<AuditStore>().PageAsync(null, 10, null, Token)).Items);
    }

    [Fact]
    public async Task The_report_looks_ahead_to_the_next_night()
    {
        await using var desk = await OpenAsync();
        await desk.SubscribeAsync(Press, "rosa@example.org", Token, SubscriptionState.Pending);
        desk.Clock.Advance(TimeSpan.FromDays(29.5));
        await desk.Get<RunHousekeeping>().RunAsync(Token);

        var report = await desk.Get<ReadRetention>().RunAsync(Token);

        Assert.Equal(desk.Clock.GetUtcNow().AddDays(1), report.At);
        Assert.Equal(1, report.Items.Single(item => item.Kind == "pendingSubscriptions").Count);
    }

    /// <summary>The report tells the number, the night deletes as many, and metrics and the note of the run say so.</summary>
    private static async Task NightAsync(DispatchHost desk, string kind, int count)
    {
        using MetricCollector<long> deletions = new(desk.Get<IMeterFactory>(), TelemetryName.Value, "distribution.deletions");
        var before = desk.Clock.GetUtcNow() - desk.Get<IEnumerable<IRetentionRule>>().Single(rule => rule.Kind == kind).Kept;
        if (before is not null) Assert.Equal(
            count,
            await desk.Get<IEnumerable<IRetentionRule>>().Single(rule => rule.Kind == kind).RunAsync(before.Value, onlyCount: true, Token));

        await desk.Get<RunHousekeeping>().RunAsync(Token);

        Assert.Equal(count, deletions.GetMeasurementSnapshot().Where(made => (string?)made.Tags["kind"] == kind).Sum(made => made.Value));
        var note = (await desk.Get<JobRuns>().FindAsync(RunHousekeeping.Name, Token))!.Note ?? "";
        Assert.Equal(count > 0, note.Contains($"{kind} {count}", StringComparison.Ordinal));
    }

    private async Task<DispatchHost> OpenAsync(params (string Key, string? Value)[] settings)
    {
        var desk = await DispatchHost.OpenAsync(azurite, Token, settings);
        await desk.AddListAsync(Press, Token);
        return desk;
    }

    private static async Task<string> AddContactAsync(DispatchHost desk, string address) =>
        Assert.IsType<AddContactResult.Added>(await desk.Get<AddContact>().RunAsync(PressOffice.Contact(address), Token)).Contact.Value.Id;

    private static async Task SubscribeAsync(DispatchHost desk, string contact, string list) =>
        Assert.IsType<SubscribeContactResult.Subscribed>(
            await desk.Get<SubscribeContact>().RunAsync(contact, PressOffice.Subscription(list), Token));

    private static async Task EndAsync(DispatchHost desk, string contact, string list) =>
        await desk.Get<EndSubscription>().RunAsync(list, contact, SubscriptionChange.Unsubscribed, Token);

    private static async Task<Dispatch> SendAsync(DispatchHost desk)
    {
        Release release = await desk.ScheduleAsync([Press], Token);
        await desk.RunAsync(Token);
        var dispatch = await desk.DispatchOfAsync(release, Token);
        Assert.Equal(DispatchState.Finished, dispatch.State);
        return dispatch;
    }
}

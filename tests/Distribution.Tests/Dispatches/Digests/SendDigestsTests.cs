using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Digests;
using Distribution.Platform.Security;
using Distribution.Readers.Unsubscribe;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Dispatches.Digests;

/// <summary>Daily digests, from a release's time to the inbox. The clock begins at noon UTC, which is 08:00 in Port of Spain.</summary>
public sealed class SendDigestsTests(Azurite azurite) : IAsyncLifetime
{
    private DispatchHost desk = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Cancellation);
        await desk.AddListAsync("press", Cancellation);
        await desk.AddListAsync("radio", Cancellation);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task What_came_since_yesterday_comes_in_one_mail_at_the_readers_hour()
    {
        await DailyAsync("rosa@example.org", ["press", "radio"], "es", "en");
        await desk.SubscribeAsync("press", "now@example.org", Cancellation);
        await SendAsync(["press"], "en", "es");
        await SendAsync(["press", "radio"], "en");
        Assert.All(Releases(), mail => Assert.Equal("now@example.org", mail.Recipient));

        await DigestsAtAsync(hours: 22);
        Assert.Empty(Digests());
        await DigestsAtAsync(hours: 1.1);

        var mail = Assert.Single(Digests());
        Assert.Equal("rosa@example.org", mail.Recipient);
        Assert.Equal("Headline in en y 1 más", mail.Message.Subject);
        Assert.Contains("Headline in es", mail.Message.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("Headline in en", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Equal("auto-generated", mail.Message.Headers["Auto-Submitted"]);
        Assert.Equal("List-Unsubscribe=One-Click", mail.Message.Headers["List-Unsubscribe-Post"]);
        Assert.Contains("press, radio", mail.Message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_to_say_is_no_mail_and_every_release_stands_in_one_digest()
    {
        await DailyAsync("rosa@example.org", ["press"], "en");

        await DigestsAtAsync(hours: 24);
        Assert.Empty(Digests());
        await SendAsync(["press"], "en");
        await DigestsAtAsync(hours: 24);
        await DigestsAtAsync(hours: 24);
        await DigestsAtAsync(hours: 24);

        Assert.Single(Digests());
    }

    [Fact]
    public async Task An_outage_of_days_delays_and_drops_nothing()
    {
        await DailyAsync("rosa@example.org", ["press"], "en");
        for (var day = 0; day < 3; day++)
        {
            await SendAsync(["press"], "en");
            desk.Clock.Advance(TimeSpan.FromDays(1));
        }

        await DigestsAtAsync(hours: 0);

        Assert.Equal("Headline in en and 2 more", Assert.Single(Digests()).Message.Subject);
    }

    [Fact]
    public async Task While_sending_is_switched_off_nothing_is_covered()
    {
        await DailyAsync("rosa@example.org", ["press"], "en");
        await SendAsync(["press"], "en");
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await using (var off = desk.Another(("Mail:Recipients", null))) await off.Get<SendDigests>().RunAsync(Cancellation);

        await DigestsAtAsync(hours: 0);

        Assert.Single(Digests());
    }

    [Fact]
    public async Task Two_timers_at_once_send_one_mail()
    {
        await DailyAsync("rosa@example.org", ["press"], "en");
        await SendAsync(["press"], "en");
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await using var other = desk.Another();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(number => (number % 2 == 0 ? desk : other).Get<SendDigests>().RunAsync(Cancellation)));
        await DigestsAtAsync(hours: 0);

        Assert.Single(Digests());
    }

    [Fact]
    public async Task A_run_that_died_after_its_plan_is_finished_by_the_next_and_nobody_is_mailed_twice()
    {
        await DailyAsync("rosa@example.org", ["press"], "en");
        await SendAsync(["press"], "en");
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await desk.Get<SendDigests>().RunAsync(Cancellation);
        await DieBeforeTheWindowsMoveAsync();

        await DigestsAtAsync(hours: 0);
        await DigestsAtAsync(hours: 24);

        Assert.Single(Digests());
    }

    [Fact]
    public async Task Who_gets_a_list_at_once_has_nothing_of_it_in_the_digest()
    {
        await DailyAsync("rosa@example.org", ["press"], "en");
        await desk.SubscribeAsync("radio", "rosa@example.org", Cancellation);
        await SendAsync(["press", "radio"], "en");

        await DigestsAtAsync(hours: 24);

        Assert.Empty(Digests());
        Assert.Single(Releases());
    }

    [Fact]
    public async Task A_subscriber_who_unsubscribes_by_the_digests_link_is_off_its_lists_and_no_other()
    {
        var contact = await DailyAsync("rosa@example.org", ["press"], "en");
        await desk.SubscribeAsync("radio", "rosa@example.org", Cancellation);

        var left = await desk.Get<UnsubscribeFromLists>().RunAsync(new UnsubscribeLink.InDigest(contact), Cancellation);

        Assert.Equal(["press"], left);
        Assert.Equal(SubscriptionState.Ended, (await desk.Get<SubscriptionStore>().FindAsync("press", contact, Cancellation))!.Value.State);
        Assert.Equal(SubscriptionState.Confirmed, (await desk.Get<SubscriptionStore>().FindAsync("radio", contact, Cancellation))!.Value.State);
    }

    /// <summary>Somebody on lists by the day, since the clock's beginning, with seven o'clock in UTC as their hour.</summary>
    private async Task<string> DailyAsync(string address, IReadOnlyList<string> lists, params IReadOnlyList<string> languages)
    {
        var contact = "";
        foreach (var list in lists)
        {
            contact = await desk.SubscribeAsync(list, address, Cancellation, SubscriptionState.Confirmed, languages);
            var row = (await desk.Get<SubscriptionStore>().FindAsync(list, contact, Cancellation))!;
            await desk.Get<SubscriptionStore>().ReplaceAsync(row, row.Value with { Frequency = Frequency.Daily }, Cancellation);
        }

        await desk.Get<DigestStore>().AddSubscriberAsync(
            new() { Contact = contact, TimeZone = "Etc/UTC", Hour = 11, CoveredUntil = desk.Clock.GetUtcNow() }, Cancellation);
        return contact;
    }

    private async Task SendAsync(IReadOnlyList<string> lists, params IReadOnlyList<string> languages)
    {
        await desk.ScheduleAsync(lists, Cancellation, languages);
        await desk.RunAsync(Cancellation);
        desk.Clock.Advance(TimeSpan.FromMinutes(1));
    }

    private async Task DigestsAtAsync(double hours)
    {
        desk.Clock.Advance(TimeSpan.FromHours(hours));
        await desk.Get<SendDigests>().RunAsync(Cancellation);
        await desk.RunAsync(Cancellation);
    }

    /// <summary>The run's last writes never happened: it is open, and its readers are where they were.</summary>
    private async Task DieBeforeTheWindowsMoveAsync()
    {
        var digests = desk.Get<DigestStore>();
        var run = (await digests.FindRunAsync(Cancellation))!;
        await digests.BeginAsync(run, run.Value with { IsDone = false }, Cancellation);
        await foreach (var reader in digests.SubscribersAsync(Cancellation))
            await digests.ReplaceSubscriberAsync(reader, reader.Value with { CoveredUntil = reader.Value.CoveredUntil.AddDays(-1) }, Cancellation);
    }

    private IEnumerable<ReceivedMail> Digests() => desk.Relay.Mails.Where(mail => mail.Message.Headers["Auto-Submitted"] is not null && mail.Message.HtmlBody is not null);

    private IEnumerable<ReceivedMail> Releases() => desk.Relay.Mails.Where(mail => mail.Message.Headers["Auto-Submitted"] is null);
}

using System.Text.RegularExpressions;
using Distribution.Audiences.Subscriptions;
using Distribution.Mail.Headers;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Readers.Unsubscribe;
using Distribution.Testing;
using Distribution.Testing.Imap;
using MailKit;
using MimeKit;

namespace Distribution.Tests.Readers.Unsubscribe;

/// <summary>Leaving by mail, from the mail that offers it to the end of the subscription.</summary>
public sealed partial class ReadUnsubscribeMailsTests(Azurite azurite) : IAsyncLifetime
{
    private Dovecot mailbox = null!;
    private DispatchHost desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        mailbox = await Dovecot.StartAsync(Token);
        desk = await DispatchHost.OpenAsync(azurite, Token, mailbox.Settings);
        await desk.AddListAsync("press", Token);
        await desk.AddListAsync("radio", Token);
    }

    public async ValueTask DisposeAsync()
    {
        if (desk is not null) await desk.DisposeAsync();
        if (mailbox is not null) await mailbox.DisposeAsync();
    }

    [Fact]
    public async Task The_mail_that_a_mail_program_sends_for_its_reader_ends_the_lists_of_the_release_and_no_other()
    {
        var contact = await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.SubscribeAsync("radio", "rosa@example.org", Token);
        var other = await desk.SubscribeAsync("press", "otto@example.org", Token);
        await desk.ScheduleAsync(["press"], Token);
        await desk.RunAsync(Token);
        var mail = UnsubscribeMailOf(desk.Relay.Mails.Single(mail => mail.Recipient == "rosa@example.org").Message);
        await mailbox.PutAsync(mail, Token);

        await RunAsync();

        Assert.Equal(SubscriptionState.Ended, await StateAsync("press", contact));
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync("radio", contact));
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync("press", other));
        Assert.Equal(["press"], (await SendExclusionsAsync(contact)).Single().Lists);
        Assert.Equal("unsubscribed 1, notUnderstood 0", (await LastRunAsync()).Note);
        Assert.Empty(await mailbox.ReadAsync("INBOX", Token));
        Assert.Equal([(mail.Subject!, MessageFlags.Seen)], await mailbox.ReadAsync("Processed", Token));
    }

    [Fact]
    public async Task A_second_run_does_nothing_and_ends_nothing_that_was_begun_anew()
    {
        var (contact, subject) = await UnsubscribedContactAsync("rosa@example.org");
        await mailbox.PutAsync(subject, Token);
        await RunAsync();
        var row = (await desk.Get<SubscriptionStore>().FindAsync("press", contact, Token))!;
        await desk.Get<SubscriptionStore>().ReplaceAsync(row, row.Value with { State = SubscriptionState.Confirmed }, Token);

        await RunAsync();

        Assert.Equal(SubscriptionState.Confirmed, await StateAsync("press", contact));
        Assert.Single(await SendExclusionsAsync(contact));
        Assert.Null((await LastRunAsync()).Note);
    }

    [Fact]
    public async Task The_mail_of_a_digest_unsubscribes_from_the_lists_of_the_digest()
    {
        var contact = await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.SubscribeAsync("radio", "rosa@example.org", Token);
        var row = (await desk.Get<SubscriptionStore>().FindAsync("radio", contact, Token))!;
        await desk.Get<SubscriptionStore>().ReplaceAsync(row, row.Value with { Frequency = Frequency.Daily }, Token);
        await mailbox.PutAsync($"unsubscribe {desk.Get<LinkTokens>().Sign(LinkPurpose.UnsubscribeDigests, contact, contact)}", Token);

        await RunAsync();

        Assert.Equal((SubscriptionState.Confirmed, SubscriptionState.Ended), (await StateAsync("press", contact), await StateAsync("radio", contact)));
    }

    [Fact]
    public async Task A_mail_forwarded_to_another_address_unsubscribes_from_there_too()
    {
        var (contact, subject) = await UnsubscribedContactAsync("rosa@example.org");
        await mailbox.PutAsync(subject.ToUpperInvariant()[..5] + subject[5..], Token, from: "somebody.else@example.com");

        await RunAsync();

        Assert.Equal(SubscriptionState.Ended, await StateAsync("press", contact));
    }

    [Theory]
    [InlineData("Re: {0}")]
    [InlineData("Automatic reply: {0}")]
    [InlineData("{0} undelivered")]
    [InlineData("Please take me off")]
    [InlineData("")]
    [InlineData("unsubscribe AAAA")]
    public async Task What_cannot_be_understood_stays_flagged_and_is_counted_and_not_read_again(string form)
    {
        var (contact, subject) = await UnsubscribedContactAsync("rosa@example.org");
        var strange = string.Format(null, form, subject);
        await mailbox.PutAsync(strange, Token);

        await RunAsync();
        Assert.Equal("unsubscribed 0, notUnderstood 1", (await LastRunAsync()).Note);
        await RunAsync();

        Assert.Null((await LastRunAsync()).Note);
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync("press", contact));
        Assert.Equal([(strange, MessageFlags.Seen | MessageFlags.Flagged)], await mailbox.ReadAsync("INBOX", Token));
        Assert.Empty(await mailbox.ReadAsync("Processed", Token));
    }

    [Fact]
    public async Task A_forged_token_and_one_for_another_purpose_unsubscribe_nobody()
    {
        var (contact, subject) = await UnsubscribedContactAsync("rosa@example.org");
        await mailbox.PutAsync(subject[..^1] + (subject[^1] == 'A' ? 'B' : 'A'), Token);
        await mailbox.PutAsync($"unsubscribe {desk.Get<LinkTokens>().Sign(LinkPurpose.Approval, contact, contact)}", Token);

        await RunAsync();

        Assert.Equal(SubscriptionState.Confirmed, await StateAsync("press", contact));
        Assert.Equal("unsubscribed 0, notUnderstood 2", (await LastRunAsync()).Note);
    }

    [Fact]
    public async Task A_mail_that_is_too_large_is_left_to_a_person_unread()
    {
        var (contact, subject) = await UnsubscribedContactAsync("rosa@example.org");
        await mailbox.PutAsync(subject, Token, size: 1_100_000);

        await RunAsync();

        Assert.Equal(SubscriptionState.Confirmed, await StateAsync("press", contact));
        Assert.Equal([(subject, MessageFlags.Seen | MessageFlags.Flagged)], await mailbox.ReadAsync("INBOX", Token));
    }

    [Fact]
    public async Task After_a_crash_between_leaving_and_marking_the_next_run_finds_it_done()
    {
        var (contact, subject) = await UnsubscribedContactAsync("rosa@example.org");
        await mailbox.PutAsync(subject, Token);
        await desk.Get<UnsubscribeFromLists>().RunAsync(UnsubscribeLink.Read(desk.Get<LinkTokens>(), UnsubscribeSubject.TokenIn(subject))!, Token);

        await RunAsync();

        Assert.Equal(SubscriptionState.Ended, await StateAsync("press", contact));
        Assert.Equal(1, (await mailbox.CountAsync("Processed", Token)).All);
    }

    [Fact]
    public async Task Two_timers_at_once_unsubscribe_everybody_and_lose_no_mail()
    {
        List<string> contacts = [];
        foreach (var number in Enumerable.Range(0, 30))
        {
            var (contact, subject) = await UnsubscribedContactAsync($"reader{number}@example.org");
            contacts.Add(contact);
            await mailbox.PutAsync(number % 5 == 0 ? $"Re: {subject}" : subject, Token);
        }

        await using var other = desk.Another();
        await Task.WhenAll(desk.Get<ReadUnsubscribeMails>().RunAsync(Token), other.Get<ReadUnsubscribeMails>().RunAsync(Token));

        foreach (var (contact, number) in contacts.Select((contact, number) => (contact, number)))
            Assert.Equal(number % 5 == 0 ? SubscriptionState.Confirmed : SubscriptionState.Ended, await StateAsync("press", contact));
        Assert.Equal((6, 0), await mailbox.CountAsync("INBOX", Token));
        Assert.Equal(24, (await mailbox.ReadAsync("Processed", Token)).Select(mail => mail.Subject).Distinct().Count());
    }

    [Fact]
    public async Task A_full_mailbox_is_emptied_a_thousand_mails_a_run_the_oldest_first()
    {
        mailbox.Deliver("Cheap pills", 10_000);
        var (contact, subject) = await UnsubscribedContactAsync("rosa@example.org");
        await mailbox.CountAsync("INBOX", Token);
        await mailbox.PutAsync(subject, Token);

        await RunAsync();

        Assert.Equal((10_001, 9_001), await mailbox.CountAsync("INBOX", Token));
        Assert.Equal(SubscriptionState.Confirmed, await StateAsync("press", contact));
        for (var run = 0; run < 10; run++) await RunAsync();
        Assert.Equal((10_000, 0), await mailbox.CountAsync("INBOX", Token));
        Assert.Equal(SubscriptionState.Ended, await StateAsync("press", contact));
    }

    private Task RunAsync() => desk.Get<ReadUnsubscribeMails>().RunAsync(Token);

    private async Task<JobRun> LastRunAsync() => (await desk.Get<JobRuns>().FindAsync(ReadUnsubscribeMails.Name, Token))!;

    /// <summary>A reader of the list, and the subject by which they leave a release to it.</summary>
    private async Task<(string Contact, string Subject)> UnsubscribedContactAsync(string address)
    {
        var contact = await desk.SubscribeAsync("press", address, Token);
        release ??= (await desk.ScheduleAsync(["press"], Token)).Id;
        return (contact, $"unsubscribe {desk.Get<LinkTokens>().Sign(LinkPurpose.Unsubscribe, release, contact)}");
    }

    private string? release;

    private async Task<SubscriptionState> StateAsync(string list, string contact) =>
        (await desk.Get<SubscriptionStore>().FindAsync(list, contact, Token))!.Value.State;

    private async Task<IReadOnlyList<SendExclusion>> SendExclusionsAsync(string contact) =>
        await desk.Get<SendExclusionStore>().ForContactAsync(contact, Token).Select(row => row.Value).ToListAsync(Token);

    /// <summary>A mail program's reading of the link in List-Unsubscribe.</summary>
    private static MimeMessage UnsubscribeMailOf(MimeMessage release)
    {
        var link = Link().Match(release.Headers[HeaderId.ListUnsubscribe]!);
        var (address, subject) = (Uri.UnescapeDataString(link.Groups["address"].Value), Uri.UnescapeDataString(link.Groups["subject"].Value));
        return new([new MailboxAddress("Rosa", "rosa@example.org")], [new MailboxAddress("", address)], subject, new TextPart("plain") { Text = "" });
    }

    [GeneratedRegex("<mailto:(?<address>[^?>]+)\\?subject=(?<subject>[^>&]+)>")]
    private static partial Regex Link();
}

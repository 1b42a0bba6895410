using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Readers.Unsubscribe;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Distribution.Testing.Smtp;

namespace Distribution.Tests.Readers.Unsubscribe;

/// <summary>The notice to a contact who has unsubscribed.</summary>
public sealed class SendUnsubscribeNoticeTests(Azurite azurite) : IAsyncLifetime
{
    private const string Address = "rosa@example.org";

    private DispatchHost desk = null!;
    private Release release = null!;
    private string rosa = "";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Token);
        foreach (var list in new[] { "press", "radio", "other" })
        {
            await desk.AddListAsync(list, Token);
            rosa = await desk.SubscribeAsync(list, Address, Token, languages: ["fr"]);
        }

        await desk.Get<ContactStore>().AddAsync(
            new()
            {
                Id = rosa,
                Address = Address,
                Name = "Rosa",
                Languages = ["fr"],
                Source = "card",
                SourceDate = desk.Clock.GetUtcNow(),
                LawfulBasis = LawfulBasis.Consent
            }, Token);
        release = await desk.ScheduleAsync(["press", "radio"], Token);
        await desk.RunAsync(Token);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_contact_who_unsubscribed_gets_one_notice_in_their_language_with_the_lists_and_a_way_back()
    {
        await UnsubscribeAsync();
        await AfterAsync(minutes: 1);
        Assert.Empty(Notices);
        await AfterAsync(minutes: 5);
        await UnsubscribeAsync();
        await AfterAsync(minutes: 6);

        var mail = Assert.Single(Notices);
        Assert.Equal(Address, mail.Recipient);
        Assert.Equal("Organisation du port\u00a0: vous vous êtes désabonné", mail.Message.Subject);
        Assert.Equal("auto-generated", mail.Message.Headers["Auto-Submitted"]);
        Assert.Contains("- press\r\n- radio\r\n", mail.Message.TextBody!.ReplaceLineEndings("\r\n"), StringComparison.Ordinal);
        Assert.DoesNotContain("other", mail.Message.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/unsubscribe/{Link.Sign(desk.Get<LinkTokens>())}", mail.Message.TextBody, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_takes_it_back_on_the_page_gets_no_mail_about_it()
    {
        await UnsubscribeAsync();
        await desk.Get<KeepSubscriptions>().RunAsync(Link, new(KeepChoice.Daily), Token);
        await AfterAsync(minutes: 6);
        Assert.Empty(Notices);
    }

    [Fact]
    public async Task A_contact_who_unsubscribes_comes_back_and_unsubscribes_again_gets_two_notices()
    {
        await UnsubscribeAsync();
        await AfterAsync(minutes: 6);
        await desk.Get<KeepSubscriptions>().RunAsync(Link, new(KeepChoice.Undo), Token);
        desk.Clock.Advance(TimeSpan.FromDays(1));
        await UnsubscribeAsync();
        await AfterAsync(minutes: 6);
        Assert.Equal(2, Notices.Count);
    }

    [Fact]
    public async Task A_process_that_dies_before_the_unsubscription_sends_no_notice_and_one_that_dies_after_it_leaves_the_notice_to_others()
    {
        await desk.Get<ScheduleUnsubscribeNotice>().RunAsync(UnsubscribeNotice.Create(Link), Token);
        await AfterAsync(minutes: 6);
        Assert.Empty(Notices);

        await using (var dying = desk.Another()) await dying.Get<UnsubscribeFromLists>().RunAsync(Link, Token);
        await AfterAsync(minutes: 6);
        Assert.Single(Notices);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_contact_who_unsubscribed_by_a_digest_or_in_the_preferences_gets_a_notice_too(bool byDigest)
    {
        if (byDigest)
        {
            var row = (await desk.Get<SubscriptionStore>().FindAsync("other", rosa, Token))!;
            await desk.Get<SubscriptionStore>().ReplaceAsync(row, row.Value with { Frequency = Frequency.Daily }, Token);
            await desk.Get<UnsubscribeFromLists>().RunAsync(new UnsubscribeLink.InDigest(rosa), Token);
        }
        else
        {
            await desk.Get<ScheduleUnsubscribeNotice>().RunAsync(new(rosa, Link: null), Token);
            await desk.Get<EndSubscription>().RunAsync("other", rosa, SubscriptionChange.Unsubscribed, Token);
        }

        await AfterAsync(minutes: 6);

        var text = Assert.Single(Notices).Message.TextBody!;
        Assert.Contains("- other", text, StringComparison.Ordinal);
        Assert.Contains(byDigest ? "/unsubscribe/" : "/fr/preferences", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppressed_address_is_told_nothing()
    {
        var hash = desk.Get<AddressHash>().Compute(MailAddress.Parse(Address)!);
        await desk.Get<SuppressionStore>().AddAsync(
            hash, new() { Id = hash, Reason = SuppressionReason.Asked, Evidence = "Her letter.", At = desk.Clock.GetUtcNow() }, Token);
        await UnsubscribeAsync();
        await AfterAsync(minutes: 6);
        Assert.Empty(Notices);
    }

    private IReadOnlyList<ReceivedMail> Notices =>
        [.. desk.Relay.Mails.Where(mail => !mail.Message.Subject!.StartsWith("Headline", StringComparison.Ordinal))];

    private UnsubscribeLink Link => new UnsubscribeLink.InRelease(release.Id, rosa);

    private async Task UnsubscribeAsync() => await desk.Get<UnsubscribeFromLists>().RunAsync(Link, Token);

    private async Task AfterAsync(int minutes)
    {
        desk.Clock.Advance(TimeSpan.FromMinutes(minutes));
        await desk.RunAsync(Token);
    }
}

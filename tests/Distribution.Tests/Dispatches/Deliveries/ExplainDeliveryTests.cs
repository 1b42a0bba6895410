using Distribution.Audiences.Selection;
using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Deliveries;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Dispatches.Deliveries;

/// <summary>Why somebody got a dispatch that is over, or did not.</summary>
public sealed class ExplainDeliveryTests(Azurite azurite) : IAsyncLifetime
{
    private DispatchHost desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddListAsync("press", Token);
        await desk.AddListAsync("radio", Token);
        await desk.SubscribeAsync("press", "reader@example.org", Token);
    }

    public ValueTask DisposeAsync() => desk.DisposeAsync();

    [Fact]
    public async Task A_recipient_has_the_outcome_of_the_mail()
    {
        var rosa = await desk.SubscribeAsync("press", "rosa@example.org", Token);
        var dispatch = await SendAsync();

        var why = await ExplainAsync(dispatch, rosa);

        Assert.Equal((true, null, ExplanationBasis.Recorded), (why.IsRecipient, why.Reason, why.Basis));
        Assert.Equal(OutcomeState.Accepted, why.Delivery!.Recipient.Outcome);
        Assert.Equal(why.Delivery.Text, why.Text);
    }

    [Fact]
    public async Task Somebody_who_was_never_on_its_lists_is_said_to_have_been_on_none_for_certain()
    {
        var li = await desk.SubscribeAsync("radio", "li@example.org", Token);
        Contact contact = new()
        {
            Id = li,
            Address = "li@example.org",
            Name = "Li",
            Languages = ["en"],
            Source = "card",
            SourceDate = desk.Clock.GetUtcNow(),
            LawfulBasis = LawfulBasis.Consent,
        };
        await desk.Get<ContactStore>().AddAsync(contact, Token);
        var dispatch = await SendAsync();

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((false, AudienceRule.Outside, ExplanationBasis.Unchanged), (why.IsRecipient, why.Reason, why.Basis));
        Assert.Equal(
            "The person is on none of the lists that the release went to: press. None of it has changed since the dispatch began.",
            why.Text);

        // A rule may take somebody off a list again and leave no row.
        await desk.SubscribeAsync("press", "li@example.org", Token);
        var store = desk.Get<SubscriptionStore>();
        await store.DeleteAsync((await store.FindAsync("press", li, Token))!, Token);
        Assert.Equal((AudienceRule.Outside, ExplanationBasis.Today), Facts(await ExplainAsync(dispatch, li)));
    }

    [Fact]
    public async Task Somebody_who_had_not_confirmed_is_said_to_be_pending()
    {
        var li = await desk.SubscribeAsync("press", "li@example.org", Token, SubscriptionState.Pending);
        var dispatch = await SendAsync();

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((AudienceRule.Pending, ExplanationBasis.Unchanged), (why.Reason, why.Basis));
        Assert.StartsWith("The person has not confirmed the subscription to press.", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_confirmed_only_afterwards_came_later()
    {
        var li = await desk.SubscribeAsync("press", "li@example.org", Token, SubscriptionState.Pending);
        var dispatch = await SendAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        await ChangeAsync("press", li, row => row with { State = SubscriptionState.Confirmed, ChangedAt = desk.Clock.GetUtcNow() });

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((AbsenceReason.CameLater, ExplanationBasis.Recorded), (why.Reason, why.Basis));
        Assert.Equal(
            "The subscription to press, as it is now, dates from 24 November 2026, 13:00 UTC. The dispatch began before, on 24 November "
            + "2026, 12:00 UTC.",
            why.Text);
    }

    [Fact]
    public async Task What_was_written_since_is_named_and_the_reason_is_todays_only()
    {
        var li = await desk.SubscribeAsync("press", "li@example.org", Token, SubscriptionState.Pending);
        var dispatch = await SendAsync();
        await ChangeAsync("press", li, row => row with { Name = "Li" });

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((AudienceRule.Pending, ExplanationBasis.Today), (why.Reason, why.Basis));
        Assert.Equal((DataKind.Subscription, "press"), (Assert.Single(why.Changes).Kind, why.Changes[0].Id));
        Assert.Contains("That is what today’s data says, some of which has been written since", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_filter_says_what_it_wanted_and_what_the_person_has()
    {
        var li = await desk.SubscribeAsync("press", "li@example.org", Token, languages: ["fr"]);
        var dispatch = await SendAsync(audience => audience with { Languages = ["en"] });

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((AudienceRule.Filtered, ExplanationBasis.Unchanged), (why.Reason, why.Basis));
        Assert.StartsWith("The release was limited to the languages en; the person has fr.", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_excluded_list_is_named()
    {
        var li = await desk.SubscribeAsync("press", "li@example.org", Token);
        await desk.SubscribeAsync("radio", "li@example.org", Token);
        var dispatch = await SendAsync(audience => audience with { ExcludedLists = ["radio"] });

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((AudienceRule.Excluded, ExplanationBasis.Unchanged), (why.Reason, why.Basis));
        Assert.StartsWith("The release excluded the person: as a member of the list radio.", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_suppression_from_before_is_the_reason_and_a_later_one_is_not()
    {
        var (before, after) = ("li@example.org", "ada@example.org");
        var li = await desk.SubscribeAsync("press", before, Token);
        await SuppressAsync(before);
        var dispatch = await SendAsync();
        desk.Clock.Advance(TimeSpan.FromHours(1));
        var ada = await desk.SubscribeAsync("press", after, Token);
        await SuppressAsync(after);

        var early = await ExplainAsync(dispatch, li);
        var late = await ExplainAsync(dispatch, ada);

        Assert.Equal((AudienceRule.Suppressed, ExplanationBasis.Unchanged), (early.Reason, early.Basis));
        Assert.StartsWith(
            "The person’s address must not be mailed since 24 November 2026, 12:00 UTC: a user decided so.", early.Text,
            StringComparison.Ordinal);
        Assert.Equal(AbsenceReason.CameLater, late.Reason);
    }

    [Fact]
    public async Task A_suppression_that_was_imported_later_with_an_earlier_date_is_not_certain()
    {
        const string address = "li@example.org";
        var li = await desk.SubscribeAsync("press", address, Token);
        await desk.SubscribeAsync("press", "ada@example.org", Token);
        await SuppressAsync("ada@example.org");
        var dispatch = await SendAsync(audience => audience with { ExcludedContacts = [li] });
        await SuppressAsync(address);

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((AudienceRule.Suppressed, ExplanationBasis.Today), Facts(why));
        Assert.Equal(DataKind.Suppression, Assert.Single(why.Changes).Kind);
    }

    [Fact]
    public async Task A_reason_that_the_dispatch_did_not_count_is_said_to_be_another_one_then()
    {
        var dispatch = await SendAsync();
        // Nothing that the storage times says when a row of the past was put there by hand.
        var li = await desk.SubscribeAsync("press", "li@example.org", Token, SubscriptionState.Ended);

        var why = await ExplainAsync(dispatch, li);

        Assert.Equal((AudienceRule.Ended, ExplanationBasis.Today), (why.Reason, why.Basis));
        Assert.Contains("nobody was left out for this reason", why.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_recipient_of_another_dispatch_of_the_release_is_led_there()
    {
        var rosa = await desk.SubscribeAsync("press", "rosa@example.org", Token);
        var dispatch = await SendAsync();
        var later =
            dispatch with { Id = $"{dispatch.Release}-2-translation", Kind = DispatchKind.Translation, Version = 2, Plan = "other" };
        await desk.Get<DispatchStore>().AddAsync(later, Token);

        var why = await ExplainAsync(later, rosa);

        Assert.Equal((false, AbsenceReason.AnotherDispatch, ExplanationBasis.Recorded), (why.IsRecipient, why.Reason, why.Basis));
        Assert.Equal(dispatch.Id, why.Delivery!.Dispatch);
    }

    [Fact]
    public async Task A_dispatch_that_is_still_planned_says_so_and_a_rehearsal_is_for_nobody_of_the_lists()
    {
        var li = await desk.SubscribeAsync("press", "li@example.org", Token, SubscriptionState.Pending);
        var dispatch = await SendAsync();

        Assert.Equal(AbsenceReason.NotPlanned, (await ExplainAsync(dispatch with { Plan = null }, li)).Reason);
        Assert.Equal(AbsenceReason.Rehearsal, (await ExplainAsync(dispatch with { Kind = DispatchKind.Rehearsal }, li)).Reason);
    }

    [Fact]
    public async Task Somebody_without_a_digest_is_said_to_get_none()
    {
        var li = await desk.SubscribeAsync("press", "li@example.org", Token, SubscriptionState.Pending);
        var dispatch = await SendAsync();
        var digest = dispatch with { Id = "digest1", Kind = DispatchKind.Digest, Releases = [dispatch.Release] };

        Assert.Equal(AbsenceReason.NoDigest, (await ExplainAsync(digest, li)).Reason);
    }

    [Fact]
    public async Task Of_a_contact_nobody_knows_nothing_is_said()
    {
        var dispatch = await SendAsync();

        Assert.Null(await desk.Get<ExplainDelivery>().RunAsync(dispatch, "0123456789abcdef0123456789abcdef", Token));
    }

    private static (string?, ExplanationBasis) Facts(DeliveryExplanation why) => (why.Reason, why.Basis);

    private async Task<DeliveryExplanation> ExplainAsync(Dispatch dispatch, string contact) =>
        (await desk.Get<ExplainDelivery>().RunAsync(dispatch, contact, Token))!;

    private async Task<Dispatch> SendAsync(Func<Audience, Audience>? change = null)
    {
        var release = await desk.ScheduleAsync(["press"], Token);
        if (change is not null)
        {
            var read = (await desk.Get<ReleaseStore>().FindMainAsync(release.Id, Token))!;
            await desk.Get<ReleaseStore>().ReplaceAsync(read, release with { Audience = change(release.Audience) }, Token);
        }

        await desk.RunAsync(Token);
        return await desk.DispatchOfAsync(release, Token);
    }

    private async Task ChangeAsync(string list, string contact, Func<Subscription, Subscription> change)
    {
        var store = desk.Get<SubscriptionStore>();
        var read = (await store.FindAsync(list, contact, Token))!;
        await store.ReplaceAsync(read, change(read.Value), Token);
    }

    private async Task SuppressAsync(string address)
    {
        var id = desk.Get<AddressHash>().Compute(MailAddress.Parse(address)!);
        Suppression suppression = new()
        {
            Id = id,
            Reason = SuppressionReason.Manual,
            Evidence = "Said so on the telephone.",
            At = desk.Clock.GetUtcNow(),
        };
        await desk.Get<SuppressionStore>().AddAsync(id, suppression, Token);
    }
}

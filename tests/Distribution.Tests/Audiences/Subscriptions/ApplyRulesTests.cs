using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Subscriptions;

public sealed class ApplyRulesTests(Azurite azurite) : CoreHostTests(azurite)
{
    private const string List = "reef-press";

    [Fact]
    public async Task A_new_contact_who_meets_the_rule_is_on_the_list_at_once()
    {
        await AddRuleListAsync();

        var contact = await AddContactAsync();

        var subscription = await SubscriptionAsync(contact.Value.Id, List);
        Assert.Equal(
            (SubscriptionState.Confirmed, true, "topic reefs"), (subscription.State, subscription.IsByRule, subscription.Consent.Evidence));
    }

    [Fact]
    public async Task An_edit_takes_a_contact_off_the_list_and_another_puts_them_on_again()
    {
        await AddRuleListAsync();
        var contact = await AddContactAsync();

        var other = await ReplaceAsync(contact, input => input with { Topics = ["Sport"] });
        Assert.Null(await FindAsync(contact));
        await ReplaceAsync(other, input => input);

        Assert.Equal(SubscriptionState.Confirmed, (await FindAsync(contact))!.State);
    }

    [Fact]
    public async Task Somebody_who_is_archived_is_off_the_list()
    {
        await AddRuleListAsync();
        var contact = await AddContactAsync();

        await ReplaceAsync(contact, input => input with { Status = ContactStatus.Archived });

        Assert.Null(await FindAsync(contact));
    }

    [Fact]
    public async Task Whoever_has_left_a_rule_list_stays_out_whatever_is_edited()
    {
        await AddRuleListAsync();
        var contact = await AddContactAsync();
        await App.Get<EndSubscription>().RunAsync(List, contact.Value.Id, SubscriptionChange.Unsubscribed, Token);

        var other = await ReplaceAsync(contact, input => input with { Topics = ["Sport"] });
        Assert.Equal(SubscriptionState.Ended, (await FindAsync(contact))!.State);
        await ReplaceAsync(other, input => input);

        Assert.Equal(
            (SubscriptionState.Ended, SubscriptionChange.Unsubscribed),
            (await FindAsync(contact) is { } found ? (found.State, found.EndedReason) : default));
    }

    [Fact]
    public async Task Somebody_who_was_removed_is_not_put_on_again_when_they_are_added_again()
    {
        await AddRuleListAsync();
        var contact = await AddContactAsync();
        await App.Get<RemoveContact>().RunAsync(contact, Token);

        var again = await AddContactAsync();

        Assert.Equal(contact.Value.Id, again.Value.Id);
        Assert.Equal(SubscriptionState.Ended, (await FindAsync(again))!.State);
    }

    [Fact]
    public async Task Whoever_asks_for_a_list_that_a_rule_put_them_on_stays_when_the_rule_would_take_them_off()
    {
        await AddRuleListAsync();
        var contact = await AddContactAsync();
        await SubscribeAsync(contact.Value.Id, List);

        await ReplaceAsync(contact, input => input with { Topics = ["Sport"] });

        var subscription = await SubscriptionAsync(contact.Value.Id, List);
        Assert.Equal((false, "asked by telephone"), (subscription.IsByRule, subscription.Consent.Basis));
    }

    [Fact]
    public async Task The_type_of_the_outlet_they_work_for_can_put_them_on()
    {
        await App.Get<OutletStore>().AddAsync("wave", new() { Id = "wave", Name = "Wave FM", Type = OutletType.Radio }, Token);
        await AddRuleListAsync(new() { OutletTypes = [OutletType.Radio] });
        var contact = await AddContactAsync();
        Assert.Null(await FindAsync(contact));

        await ReplaceAsync(contact, input => input with { Positions = [new() { Outlet = "wave" }] });

        Assert.Equal("outlet type radio", (await FindAsync(contact))!.Consent.Evidence);
    }

    private async Task AddRuleListAsync(ListRule? rule = null) => await App.Get<MediaListStore>().AddAsync(
        List, new() { Id = List, Names = new([new("en", "Reefs")]), Rule = rule ?? new() { Topics = ["reefs"] } }, Token);

    private async Task<Subscription?> FindAsync(Stored<Contact> contact) =>
        (await App.Get<SubscriptionStore>().FindAsync(List, contact.Value.Id, Token))?.Value;

    private async Task<Stored<Contact>> ReplaceAsync(Stored<Contact> read, Func<ContactInput, ContactInput> change) =>
        Assert.IsType<ReplaceContactResult.Replaced>(
            await App.Get<ReplaceContact>().RunAsync(read, change(PressOffice.Contact()), Token)).Contact;
}

using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Contacts;

public sealed class RemoveContactTests(Azurite azurite) : CoreHostTests(azurite)
{
    private RemoveContact RemoveContact => App.Get<RemoveContact>();

    [Fact]
    public async Task Subscriptions_end_and_keep_nothing_of_the_person()
    {
        var contact = await AddContactAsync();
        await SubscribeAsync(contact.Value.Id);

        Assert.True(await RemoveContact.RunAsync(contact, Token));

        var ended = await SubscriptionAsync(contact.Value.Id);
        Assert.Equal((SubscriptionState.Ended, SubscriptionChange.Removed), (ended.State, ended.EndedReason));
        Assert.Equal(("", ""), (ended.Address, ended.Name));
        Assert.Empty(ended.Languages.Concat(ended.Countries).Concat(ended.Topics));
        Assert.Null(await App.Get<ContactStore>().FindAsync(contact.Value.Id, Token));
    }

    [Fact]
    public async Task Batches_that_are_planned_already_are_told()
    {
        var contact = await AddContactAsync();

        await RemoveContact.RunAsync(contact, Token);

        Assert.Equal([contact.Value.Id], (await SendExclusionsAsync()).Select(sendExclusion => sendExclusion.Contact));
    }

    [Theory]
    [InlineData("rosa@example.org")]
    [InlineData("rosa@example.net")]
    public async Task Whoever_is_added_again_by_any_address_is_the_same_person_and_stays_ended(string address)
    {
        var contact = await AddContactAsync("rosa@example.org");
        await SubscribeAsync(contact.Value.Id);
        var moved = await App.Get<ReplaceContact>().RunAsync(contact, PressOffice.Contact("rosa@example.net"), Token);
        await RemoveContact.RunAsync(Assert.IsType<ReplaceContactResult.Replaced>(moved).Contact, Token);

        var again = await AddContactAsync(address);
        var subscribed = await App.Get<SubscribeContact>().RunAsync(again.Value.Id, PressOffice.Subscription(), Token);

        Assert.Equal(contact.Value.Id, again.Value.Id);
        Assert.IsType<SubscribeContactResult.Ended>(subscribed);
    }

    [Fact]
    public async Task A_contact_that_has_changed_stays_and_so_do_its_subscriptions()
    {
        var contact = await AddContactAsync();
        await SubscribeAsync(contact.Value.Id);
        await App.Get<ReplaceContact>().RunAsync(contact, PressOffice.Contact() with { Name = "Rosa N." }, Token);

        Assert.False(await RemoveContact.RunAsync(contact, Token));
        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync(contact.Value.Id)).State);
    }
}

using Distribution.Audiences.Subscriptions;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Subscriptions;

public sealed class SubscribeContactTests(Azurite azurite) : CoreHostTests(azurite)
{
    private SubscribeContact SubscribeContact => App.Get<SubscribeContact>();

    [Fact]
    public async Task A_subscription_is_confirmed_and_carries_consent_and_contact()
    {
        var contact = (await AddContactAsync()).Value;

        var subscription = (await SubscribeAsync(contact.Id)).Value;

        Assert.Equal(SubscriptionState.Confirmed, subscription.State);
        Assert.Equal(
            new Consent("asked by telephone", "Told Maëlle Baptiste: please send me everything.", App.Clock.GetUtcNow()),
            subscription.Consent);
        Assert.Equal((contact.Address, contact.Name), (subscription.Address, subscription.Name));
        Assert.Equal(contact.Languages, subscription.Languages);
    }

    [Fact]
    public async Task A_contact_on_the_list_stays_as_they_are()
    {
        var contact = await AddContactAsync();
        var first = await SubscribeAsync(contact.Value.Id);

        var second = await SubscribeContact.RunAsync(contact.Value.Id, PressOffice.Subscription() with { Basis = "met at a fair" }, Token);

        Assert.Equal(first.Value.Consent, Assert.IsType<SubscribeContactResult.Already>(second).Subscription.Value.Consent);
    }

    [Fact]
    public async Task Whoever_has_left_is_not_brought_back()
    {
        var contact = await AddContactAsync();
        await SubscribeAsync(contact.Value.Id);
        await App.Get<EndSubscription>().RunAsync("everyone", contact.Value.Id, "wrote to us", Token);

        Assert.IsType<SubscribeContactResult.Ended>(await SubscribeContact.RunAsync(contact.Value.Id, PressOffice.Subscription(), Token));
        Assert.Equal(SubscriptionState.Ended, (await SubscriptionAsync(contact.Value.Id)).State);
    }

    [Fact]
    public async Task Somebody_who_was_asked_to_confirm_is_confirmed_by_what_they_told_us()
    {
        var contact = await AddContactAsync();
        var confirmed = await SubscribeAsync(contact.Value.Id);
        await App.Get<SubscriptionStore>().ReplaceAsync(confirmed, confirmed.Value with { State = SubscriptionState.Pending }, Token);

        var result = await SubscribeContact.RunAsync(contact.Value.Id, PressOffice.Subscription() with { Basis = "met at a fair" }, Token);

        var subscription = Assert.IsType<SubscribeContactResult.Subscribed>(result).Subscription.Value;
        Assert.Equal((SubscriptionState.Confirmed, "met at a fair"), (subscription.State, subscription.Consent.Basis));
    }

    [Fact]
    public async Task Somebody_who_is_not_a_contact_is_not_found() =>
        Assert.IsType<SubscribeContactResult.Missing>(
            await SubscribeContact.RunAsync(new string('0', 32), PressOffice.Subscription(), Token));

    [Theory]
    [InlineData("list", "no-such-list", "asked", "Said so.")]
    [InlineData("list", "every/one?", "asked", "Said so.")]
    [InlineData("basis", "everyone", "", "Said so.")]
    [InlineData("evidence", "everyone", "asked", " ")]
    public async Task Bad_input_names_the_field(string field, string list, string basis, string evidence)
    {
        var contact = await AddContactAsync();

        var result = await SubscribeContact.RunAsync(contact.Value.Id, new() { List = list, Basis = basis, Evidence = evidence }, Token);

        Assert.Equal([field], Assert.IsType<SubscribeContactResult.Invalid>(result).Errors.ToDictionary().Keys);
    }
}

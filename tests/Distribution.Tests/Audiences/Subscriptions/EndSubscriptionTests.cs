using Distribution.Audiences.Subscriptions;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Subscriptions;

public sealed class EndSubscriptionTests(Azurite azurite) : CoreHostTests(azurite)
{
    private EndSubscription EndSubscription => App.Get<EndSubscription>();

    [Fact]
    public async Task One_list_ends_and_the_others_stay()
    {
        var contact = (await AddContactAsync()).Value.Id;
        await SubscribeAsync(contact, "everyone");
        await SubscribeAsync(contact, "desk-press");

        var ended = await EndSubscription.RunAsync("everyone", contact, "wrote to us", Token);

        Assert.Equal((SubscriptionState.Ended, "wrote to us"), (ended!.Value.State, ended.Value.EndedReason));
        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync(contact, "desk-press")).State);
        Assert.Equal(["everyone"], Assert.Single(await SendExclusionsAsync()).Lists);
    }

    [Fact]
    public async Task The_first_reason_stands()
    {
        var contact = (await AddContactAsync()).Value.Id;
        await SubscribeAsync(contact);
        await EndSubscription.RunAsync("everyone", contact, "wrote to us", Token);

        Assert.Equal("wrote to us", (await EndSubscription.RunAsync("everyone", contact, "telephoned", Token))!.Value.EndedReason);
    }

    [Fact]
    public async Task A_subscription_that_is_not_there_is_not_found() =>
        Assert.Null(await EndSubscription.RunAsync("everyone", new string('0', 32), "wrote to us", Token));
}

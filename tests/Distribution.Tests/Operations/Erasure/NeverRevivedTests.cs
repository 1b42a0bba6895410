using Distribution.Audiences.Imports;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Operations.Erasure;
using Distribution.Platform.Jobs;
using Distribution.Testing;
using Distribution.Tests.Audiences.Imports;

namespace Distribution.Tests.Operations.Erasure;

public sealed class NeverRevivedTests(Azurite azurite) : ImportTests(azurite)
{
    private const string List = "reef-press";

    [Theory]
    [InlineData("rosa@example.org")]
    [InlineData("Rosa@Example.ORG")]
    [InlineData("nunez@example.com")]
    public async Task An_import_does_not_take_an_erased_person_by_any_address(string address)
    {
        var input = PressOffice.Contact() with { OtherAddresses = ["nunez@example.com"] };
        var contact = Assert.IsType<AddContactResult.Added>(await App.Get<AddContact>().RunAsync(input, Token)).Contact.Value;
        await EraseAsync(contact.Id);

        var read = await ImportAsync($"Email,Name\n{address},Rosa\ntariq@example.org,Tariq\n", ToEveryone);

        Assert.Equal(new ImportCounts { Added = 1, Subscribed = 1, LeftOut = 1, WithProblems = 1 }, read.Counts);
        Assert.Equal(["tariq@example.org"], (await ContactsAsync()).Select(found => found.Address));
    }

    [Fact]
    public async Task A_rule_does_not_put_an_erased_person_back_even_when_somebody_adds_them_by_hand()
    {
        MediaList list = new() { Id = List, Names = new([new("en", "Reefs")]), Rule = new() { Topics = ["reefs"] } };
        await App.Get<MediaListStore>().AddAsync(List, list, Token);
        var contact = (await AddContactAsync()).Value;
        Assert.Equal(SubscriptionState.Confirmed, (await SubscriptionAsync(contact.Id, List)).State);
        await EraseAsync(contact.Id);

        var again = (await AddContactAsync()).Value;
        await App.Get<RequestRefresh>().RunAsync(List, Token);
        await App.Get<RunWork>().RunAsync($"{RefreshMembers.JobName}|{List}", Token);

        Assert.Equal(contact.Id, again.Id);
        Assert.Equal(
            (SubscriptionState.Ended, ""),
            ((await SubscriptionAsync(contact.Id, List)).State, (await SubscriptionAsync(contact.Id, List)).Address));
    }

    private async Task EraseAsync(string contact)
    {
        await App.Get<EraseContact>().RunAsync(contact, By, Token);
        await App.Get<RunWork>().RunAsync($"{CarryOutErasure.JobName}|{contact}", Token);
        App.Clock.Advance(TimeSpan.FromMinutes(90));
        await App.Get<RunWork>().RunAsync($"{CarryOutErasure.JobName}|{contact}", Token);
        Assert.Empty(await ContactsAsync());
    }
}

using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Contacts;

public sealed class ReplaceContactTests(Azurite azurite) : CoreHostTests(azurite)
{
    private ReplaceContact ReplaceContact => App.Get<ReplaceContact>();

    [Fact]
    public async Task A_new_address_keeps_the_id_and_both_addresses_lead_to_it()
    {
        var contact = await AddContactAsync("rosa@example.org");

        var result = await ReplaceContact.RunAsync(contact, PressOffice.Contact("rosa@example.net"), Token);

        var replaced = Assert.IsType<ReplaceContactResult.Replaced>(result).Contact.Value;
        Assert.Equal((contact.Value.Id, "rosa@example.net"), (replaced.Id, replaced.Address));
        foreach (var address in new[] { "rosa@example.org", "rosa@example.net" })
        {
            Assert.Equal(
                new AddContactResult.Known(contact.Value.Id), await App.Get<AddContact>().RunAsync(PressOffice.Contact(address), Token));
        }
    }

    [Fact]
    public async Task Subscriptions_carry_the_new_data()
    {
        var contact = await AddContactAsync();
        await SubscribeAsync(contact.Value.Id, "everyone");
        await SubscribeAsync(contact.Value.Id, "desk-press");

        await ReplaceContact.RunAsync(
            contact,
            PressOffice.Contact("rosa@example.net") with { Name = "Rosa N.", Languages = ["fr"], Countries = ["JM"], Topics = ["fishing"] },
            Token);

        foreach (var list in new[] { "everyone", "desk-press" })
        {
            var copy = await SubscriptionAsync(contact.Value.Id, list);
            Assert.Equal(("rosa@example.net", "Rosa N."), (copy.Address, copy.Name));
            Assert.Equal(["fr", "JM", "fishing"], [.. copy.Languages, .. copy.Countries, .. copy.Topics]);
            Assert.Equal(SubscriptionState.Confirmed, copy.State);
        }
    }

    [Fact]
    public async Task The_address_of_another_contact_is_refused()
    {
        var contact = await AddContactAsync("rosa@example.org");
        await AddContactAsync("tariq@example.org");

        var result = await ReplaceContact.RunAsync(contact, PressOffice.Contact("tariq@example.org"), Token);

        Assert.Equal(["address"], Assert.IsType<ReplaceContactResult.Invalid>(result).Errors.ToDictionary().Keys);
        Assert.Equal("rosa@example.org", (await App.Get<ContactStore>().FindAsync(contact.Value.Id, Token))!.Value.Address);
    }

    [Fact]
    public async Task Of_two_at_once_one_finds_the_contact_changed()
    {
        var contact = await AddContactAsync();
        await ReplaceContact.RunAsync(contact, PressOffice.Contact() with { Name = "First" }, Token);

        var result = await ReplaceContact.RunAsync(contact, PressOffice.Contact() with { Name = "Second" }, Token);

        Assert.IsType<ReplaceContactResult.Changed>(result);
        Assert.Equal("First", (await App.Get<ContactStore>().FindAsync(contact.Value.Id, Token))!.Value.Name);
    }

    [Fact]
    public async Task Copies_agree_with_the_contact_whoever_writes_last()
    {
        var contact = await AddContactAsync();
        await SubscribeAsync(contact.Value.Id);

        await Task.WhenAll(Enumerable.Range(0, 8).Select(async number =>
        {
            var read = await App.Get<ContactStore>().FindAsync(contact.Value.Id, Token);
            await ReplaceContact.RunAsync(read!, PressOffice.Contact() with { Name = $"Rosa {number}" }, Token);
        }));

        var name = (await App.Get<ContactStore>().FindAsync(contact.Value.Id, Token))!.Value.Name;
        Assert.Equal(name, (await SubscriptionAsync(contact.Value.Id)).Name);
        Assert.StartsWith("Rosa ", name, StringComparison.Ordinal);
    }
}

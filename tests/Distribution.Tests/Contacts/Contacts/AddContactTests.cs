using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Contacts;

public sealed class AddContactTests(Azurite azurite) : CoreHostTests(azurite)
{
    private AddContact AddContact => App.Get<AddContact>();

    [Fact]
    public async Task A_contact_is_named_after_its_address()
    {
        var contact = await AddContactAsync("rosa@example.org");

        Assert.Equal(App.Get<AddressHash>().Compute(MailAddress.Parse("rosa@example.org")!), contact.Value.Id);
        Assert.Equal("Rosa Núñez", contact.Value.Name);
        Assert.Equal(["es", "en"], contact.Value.Languages);
    }

    [Fact]
    public async Task An_address_in_other_letter_case_is_the_same_contact()
    {
        var first = await AddContactAsync("rosa@example.org");

        var second = await AddContact.RunAsync(PressOffice.Contact("ROSA@Example.ORG"), Token);

        Assert.Equal(new AddContactResult.Known(first.Value.Id), second);
    }

    [Fact]
    public async Task Of_many_at_once_one_adds_the_contact_and_the_others_find_it()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => AddContact.RunAsync(PressOffice.Contact(), Token)));

        Assert.Single(results.OfType<AddContactResult.Added>());
        Assert.Equal(7, results.OfType<AddContactResult.Known>().Count());
    }

    [Fact]
    public async Task After_a_crash_between_the_two_rows_the_contact_is_added()
    {
        var hash = App.Get<AddressHash>().Compute(MailAddress.Parse("rosa@example.org")!);
        await App.Get<ContactStore>().AddAddressAsync(hash, hash, Token);

        Assert.Equal(hash, (await AddContactAsync("rosa@example.org")).Value.Id);
    }

    [Fact]
    public async Task An_outlet_that_is_not_there_is_refused()
    {
        var result = await AddContact.RunAsync(PressOffice.Contact() with { Positions = [new() { Outlet = "a/b#c" }] }, Token);

        Assert.Equal(["positions.0.outlet"], Assert.IsType<AddContactResult.Invalid>(result).Errors.ToDictionary().Keys);
    }
}

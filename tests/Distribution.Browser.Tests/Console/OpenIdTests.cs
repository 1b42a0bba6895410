using Distribution.Browser.Tests.Journalists;
using Distribution.Publisher.Users;
using Distribution.Testing;
using Distribution.Testing.OpenId;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Console;

/// <summary>Signing in with an account of the organisation, at a real provider.</summary>
public sealed class OpenIdTests(Azurite azurite)
{
    private static readonly Uri Site = new("https://press.example.org");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_account_with_the_address_of_a_user_signs_in_and_leads_to_the_page_that_was_wanted()
    {
        await using var provider = await OpenIdProvider.StartAsync(Site, Token);
        await using var house = await FullHost.OpenAsync(azurite, Token, [("Public:Address", Site.AbsoluteUri), .. provider.Settings]);
        User user = new() { Id = "ada", Name = "Ada Mohan", Email = "ada@example.org", Grants = [new Grant(Role.Author)] };
        await house.Web.Get<UserStore>().AddAsync(user.Id, user, Token);
        await using var person = await Journalist.SitDownAsync(house, "en");

        await SignInAsync(house, person, "ada@example.org", "/console/account");

        Assert.Equal("/console/account", new Uri(person.Page.Url).AbsolutePath);
        await person.SeesAsync("ada@example.org");
    }

    [Theory]
    [InlineData("nobody@example.org", "No user has the address of that account.")]
    [InlineData("unverified:ada@example.org", "The provider does not say that the address of that account was verified.")]
    public async Task An_account_that_proves_no_address_of_a_user_signs_nobody_in(string account, string message)
    {
        await using var provider = await OpenIdProvider.StartAsync(Site, Token);
        await using var house = await FullHost.OpenAsync(azurite, Token, [("Public:Address", Site.AbsoluteUri), .. provider.Settings]);
        User user = new() { Id = "ada", Name = "Ada Mohan", Email = "ada@example.org", Grants = [new Grant(Role.Author)] };
        await house.Web.Get<UserStore>().AddAsync(user.Id, user, Token);
        await using var person = await Journalist.SitDownAsync(house, "en");

        await SignInAsync(house, person, account, "/console");

        await person.SeesAsync(message);
        Assert.DoesNotContain(await person.Page.Context.CookiesAsync(), cookie => cookie.Name == "__Host-session");
    }

    [Fact]
    public async Task An_account_becomes_a_user_who_may_read_only_where_that_is_set()
    {
        await using var provider = await OpenIdProvider.StartAsync(Site, Token);
        await using var house = await FullHost.OpenAsync(
            azurite, Token, [("Public:Address", Site.AbsoluteUri), ("OpenId:CreatesUsers", "true"), .. provider.Settings]);
        await using var person = await Journalist.SitDownAsync(house, "en");

        await SignInAsync(house, person, "new@example.org", "/console");

        var user = await house.Web.Get<UserStore>().AllAsync(Token).Select(row => row.Value)
            .SingleAsync(user => user.Email == "new@example.org", Token);
        Assert.Equal([new Grant(Role.Viewer)], user.Grants);
        await person.SeesAsync("Good day, Ada Mohan");
    }

    private static async Task SignInAsync(FullHost house, Journalist person, string account, string wanted)
    {
        // The provider and the browser go by the machine's clock.
        house.Dispatch.Clock.SetUtcNow(TimeProvider.System.GetUtcNow());
        await person.GoToAsync(wanted);
        await person.Page.GetByRole(AriaRole.Link, new() { Name = "Sign in with Harbour" }).ClickAsync();
        await person.Page.Locator("input[name=login]").FillAsync(account);
        await person.Page.Locator("input[name=password]").FillAsync("any");
        await person.Page.Locator("button[type=submit]").ClickAsync();
        await person.Page.Locator("button[type=submit]").ClickAsync();
        await person.Page.WaitForURLAsync(url => new Uri(url).Host == Site.Host);
    }
}

using System.Net;
using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console.Setup;

public sealed class SetupTests(Azurite azurite) : IAsyncLifetime
{
    private static readonly (string, string)[] Organisation =
    [
        ("names", "Harbour Agency"), ("languages", "en"), ("languages", "fr"), ("postalAddress", "1 Quay\nPort of Spain"),
        ("website", "https://harbour.example.org"), ("senderAddress", "press@harbour.example.org"),
    ];

    private static readonly (string, string)[] Office =
    [
        ("names", "Port of Spain"), ("country", "TT"), ("timeZone", "America/Port_of_Spain"), ("phone", ""),
        ("replyAddress", "press@harbour.example.org"),
    ];

    private static readonly (string, string)[] Officer =
        [("name", "Ada Mohan"), ("email", "ada@harbour.example.org"), ("phones", "+1 868 624 0101"), ("languages", "en")];

    private HttpHost app = null!;

    private HttpClient browser = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        app = await HttpHost.StartAsync(azurite, Token);
        browser = await app.SignInAsync(Role.Administrator);
    }

    public async ValueTask DisposeAsync()
    {
        browser.Dispose();
        await app.DisposeAsync();
    }

    [Fact]
    public async Task An_empty_store_is_set_up_by_four_forms()
    {
        Assert.Contains("action=\"/console/setup/organisation\"", await PageAsync(), StringComparison.Ordinal);
        await SendAsync("organisation", Organisation);
        Assert.Contains("action=\"/console/setup/office\"", await PageAsync(), StringComparison.Ordinal);
        await SendAsync("office", Office);
        Assert.Contains("action=\"/console/setup/officer\"", await PageAsync(), StringComparison.Ordinal);
        await SendAsync("officer", Officer);
        Assert.Contains("action=\"/console/setup/list\"", await PageAsync(), StringComparison.Ordinal);
        await SendAsync(
            "list",
            ("names", "Caribbean press"), ("public", "yes"), ("language", "fr"), ("source", "Your visiting card"),
            ("addresses", "Ana Ruiz <ana@example.org>\n\nben@example.org,\nANA@example.org"));
        Assert.Contains("href=\"/console/releases/new\"", await PageAsync(), StringComparison.Ordinal);

        Assert.Equal(["en", "fr"], (await app.Get<OrganisationStore>().FindAsync(Token))!.Value.Languages);
        Assert.Equal("America/Port_of_Spain", (await app.Get<OfficeStore>().FindAsync("port-of-spain", Token))!.Value.TimeZone);
        Assert.True((await app.Get<MediaListStore>().FindAsync("caribbean-press", Token))!.Value.Public);
        var members = await app.Get<SubscriptionStore>().PageAsync("caribbean-press", SubscriptionState.Confirmed, 10, null, Token);
        Assert.Equal(["Ana Ruiz", "ben@example.org"], members.Items.Select(row => row.Value.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_form_that_is_not_right_keeps_what_was_typed_and_names_the_field()
    {
        var (status, page) =
            await TryAsync("organisation", [.. Organisation.Select(field => field.Item1 == "website" ? ("website", "harbour") : field)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("href=\"#website\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"harbour\"", page, StringComparison.Ordinal);
        Assert.Contains("1 Quay", page, StringComparison.Ordinal);
        Assert.Null(await app.Get<OrganisationStore>().FindAsync(Token));
    }

    [Fact]
    public async Task A_line_without_an_address_stores_nothing()
    {
        await SendAsync("organisation", Organisation);
        var (status, page) = await TryAsync(
            "list", ("names", "Press"), ("language", "en"), ("source", "Card"), ("addresses", "ana@example.org\nnot an address"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, status);
        Assert.Contains("line 2: not an address", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Null(await app.Get<MediaListStore>().FindAsync("press", Token));
    }

    private async Task<string> PageAsync() => await browser.GetStringAsync(new Uri("/console/setup", UriKind.Relative), Token);

    private async Task SendAsync(string step, params (string, string)[] fields)
    {
        var (status, page) = await TryAsync(step, fields);
        Assert.True(status == HttpStatusCode.SeeOther, page);
    }

    private async Task<(HttpStatusCode Status, string Page)> TryAsync(string step, params (string Name, string Value)[] fields)
    {
        using FormUrlEncodedContent form = new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var answer = await browser.PostAsync(new Uri($"/console/setup/{step}", UriKind.Relative), form, Token);
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync(Token));
    }
}

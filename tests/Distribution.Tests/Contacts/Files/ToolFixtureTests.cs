using Distribution.Contacts.Files;

namespace Distribution.Tests.Contacts.Files;

/// <summary>A file from each tool we know, read with no mapping by hand. The people are invented.</summary>
public sealed class ToolFixtureTests
{
    private static readonly ContactRow Rosa = new()
    {
        Number = 2,
        Address = "rosa.nunez@example.org",
        Name = "Rosa Núñez",
        GivenName = "Rosa",
        FamilyName = "Núñez",
        Outlet = "La Gaceta",
    };

    private static readonly RowStatus Enabled = new("status", "enabled", MailStatus.Subscribed);

    [Fact]
    public async Task An_audience_of_Mailchimp() => await HoldAsync("mailchimp.csv", ContactTool.Mailchimp,
        Rosa with
        {
            Phones = [new("+58 212 555 0100")],
            Countries = ["VE"],
            TimeZone = "America/Caracas",
            Notes = "Prefers mornings",
            Tags = ["Health", "Press, regional"],
        },
        new() { Number = 3, Address = "ben@example.org", Name = "Ben", GivenName = "Ben", Tags = ["VIP"] });

    [Fact]
    public async Task Subscribers_of_listmonk() => await HoldAsync("listmonk.csv", ContactTool.Listmonk,
        Rosa with
        {
            GivenName = "",
            FamilyName = "",
            Countries = ["VE"],
            Languages = ["es", "en"],
            Topics = ["health", "climate"],
            Statuses = [Enabled]
        },
        new() { Number = 3, Address = "ben@example.org", Name = "Ben Achebe", Statuses = [Enabled] });

    [Fact]
    public async Task Subscriptions_of_Mailtrain() => await HoldAsync(
        "mailtrain.csv",
        ContactTool.Mailtrain,
        Rosa with { Languages = ["es"], Statuses = [new("status", "subscribed", MailStatus.Subscribed)] });

    [Fact]
    public async Task Contacts_of_HubSpot() => await HoldAsync("hubspot.csv", ContactTool.HubSpot, Rosa with
    {
        OtherAddresses = ["rosa@gaceta.example.org", "rosa.n@example.org"],
        Phones = [new("+58 212 555 0100"), new("+58 412 555 0101", "mobile")],
        Role = "Health editor",
        Countries = ["VE"],
        Languages = ["es-VE"],
        Handles = [new("twitter", "rosanunez"), new("website", "https://gaceta.example.org")],
    });

    [Fact]
    public async Task Contacts_of_Google() => await HoldAsync("google.csv", ContactTool.GoogleContacts, Rosa with
    {
        Name = "Rosa María Núñez",
        GivenName = "Rosa María",
        OtherAddresses = ["rosa@example.org"],
        Phones = [new("+58 412 555 0101", "mobile"), new("+58 412 555 0102", "mobile"), new("+58 212 555 0100", "work")],
        Role = "Health editor",
        Countries = ["VE"],
        Notes = "Prefers mornings",
        Handles = [new("website", "https://gaceta.example.org/rosa")],
        Tags = ["Press", "Health desk"],
    });

    [Fact]
    public async Task Contacts_of_Google_as_they_were_until_2024() =>
        await HoldAsync("google-old.csv", ContactTool.GoogleContacts, Rosa with
        {
            Name = "Rosa María Núñez",
            GivenName = "Rosa María",
            OtherAddresses = ["rosa@example.org", "rosa.n@example.org"],
            Phones = [new("+58 412 555 0101", "mobile")],
            Role = "Health editor",
            Countries = ["VE"],
            Languages = ["es"],
            Notes = "Prefers mornings",
            Handles = [new("website", "https://gaceta.example.org/rosa")],
            Tags = ["Press"],
        });

    [Fact]
    public async Task Contacts_of_Outlook() => await HoldAsync("outlook.csv", ContactTool.Outlook, Rosa with
    {
        OtherAddresses = ["rosa@example.org"],
        Phones = [new("+58 212 555 0100", "work"), new("+58 412 555 0101", "mobile")],
        Role = "Health editor",
        Countries = ["VE", "TT"],
        Languages = ["es"],
        Notes = "Prefers mornings",
        Handles = [new("website", "https://gaceta.example.org")],
        Tags = ["Press", "Health"],
    });

    [Fact]
    public async Task Cards_of_an_address_book() => await HoldAsync("addresses.vcf", null,
        Rosa with
        {
            Number = 1,
            Name = "Rosa María Núñez",
            GivenName = "Rosa María",
            OtherAddresses = ["rosa@example.org"],
            Phones = [new("+58 412 555 0101", "mobile"), new("+58 212 555 0100", "newsroom")],
            Role = "Health editor",
            Countries = ["VE"],
            Notes = "Prefers mornings, and calls\nbefore noon. This note is long enough to be folded.",
            Handles = [new("twitter", "rosanunez"), new("website", "https://gaceta.example.org/rosa")],
            Tags = ["Press", "Health, regional"],
        },
        new()
        {
            Number = 2,
            Address = "b.achebe@example.org",
            OtherAddresses = ["ben@example.org"],
            Name = "Ben Achebe",
            Phones = [new("+234-1-555-0102", "work")],
            Role = "Reporter",
            Languages = ["en-NG", "fr"],
            TimeZone = "Africa/Lagos",
            Topics = ["climate", "energy"],
            Countries = ["NG"],
            Handles = [new("xmpp", "ben@chat.example.org"), new("mastodon", "@ben@social.example.org")],
        },
        new()
        {
            Number = 3,
            Address = "zoe@example.org",
            Name = "Zoé Lévy",
            GivenName = "Zoé",
            FamilyName = "Lévy",
            Phones = [new("+33 1 55 50 01 03", "home")],
            Notes = "Café in the morning",
        });

    private static async Task HoldAsync(string fixture, ContactTool? tool, params ContactRow[] expected)
    {
        var file = await Read.FixtureAsync(fixture);
        Assert.Equal(tool, file.Mapping.Tool);
        Assert.All((await Read.RowsAsync(file)).Zip(expected), pair => SameRow.Assert(pair.Second, pair.First));
        Assert.Equal(expected.Length, (await Read.RowsAsync(file)).Count);
    }
}

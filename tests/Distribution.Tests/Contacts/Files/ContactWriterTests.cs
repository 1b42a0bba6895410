using System.Text;
using Distribution.Contacts.Files;
using Distribution.Platform.Text;

namespace Distribution.Tests.Contacts.Files;

public sealed class ContactWriterTests
{
    private static readonly ContactRow Ana = new()
    {
        Number = 2,
        Address = "ana@example.org",
        OtherAddresses = ["a@example.org", "news@example.org"],
        Name = "Ana \"La Voz\" Núñez",
        GivenName = "Ana",
        FamilyName = "Núñez",
        Phones = [new("+18685550100", "mobile"), new("+18685550101")],
        Handles = [new("mastodon", "@ana@social.example.org"), new("website", "https://ana.example.org")],
        Outlet = "La Gaceta, S.A.",
        Role = "=HYPERLINK(\"x\")",
        OutletType = "daily",
        Topics = ["health", "climate; energy", "law, order"],
        Countries = ["TT", "VE"],
        Languages = ["es", "en-TT"],
        TimeZone = "America/Port_of_Spain",
        Notes = "One\nTwo",
        Tags = ["press"],
        Source = "-own research",
        Subscriptions = [new("everyone", MailStatus.Subscribed), new("sport", MailStatus.Unsubscribed)],
    };

    private static readonly ContactRow Ben =
        new() { Number = 3, Address = "ben@example.org", Name = "Ben", Phones = [new("+18685550102")] };

    [Fact]
    public async Task Contacts_are_written_as_CSV_that_is_safe_in_a_spreadsheet() => Assert.Equal(
        "address,otherAddresses,name,givenName,familyName,phones,handles,outlet,role,"
        + "outletType,topics,countries,languages,timeZone,notes,tags,source,mailStatus,subscriptions\r\n"
        + "ana@example.org,\"a@example.org; news@example.org\","
        + "\"Ana \"\"La Voz\"\" Núñez\",Ana,Núñez,\"mobile: +18685550100; +18685550101\","
        + "\"mastodon: @ana@social.example.org; website: https://ana.example.org\",\"La Gaceta, S.A.\",\"'=HYPERLINK(\"\"x\"\")\",daily,"
        + "\"health; \"\"climate; energy\"\"; \"\"law, order\"\"\",\"TT; VE\",\"es; en-TT\",America/Port_of_Spain,\"One\nTwo\",press,'-own "
        + "research,,\"everyone: subscribed; sport: unsubscribed\"\r\n"
        + "ben@example.org,,Ben,,,'+18685550102,,,,,,,,,,,,,\r\n",
        await CsvAsync(Ana, Ben));

    [Fact]
    public async Task What_is_written_as_CSV_is_read_back()
    {
        var file = await Read.FileAsync(await CsvAsync(Ana, Ben));
        Assert.Equal(ContactTool.Distribution, file.Mapping.Tool);
        Assert.Empty(file.Mapping.Unmapped);
        Assert.Equal([Ana, Ben], await Read.RowsAsync(file), SameRow.Get);
    }

    [Fact]
    public async Task A_byte_order_mark_before_it_does_no_harm() =>
        Assert.Equal(
            [Ben with { Number = 2 }],
            await Read.RowsAsync([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(await CsvAsync(Ben))]),
            SameRow.Get);

    [Fact]
    public async Task Contacts_are_written_as_vCards_of_version_4() => Assert.Equal(
        """
        BEGIN:VCARD
        VERSION:4.0
        FN:Ana "La Voz" Núñez
        N:Núñez;Ana;;;
        EMAIL;PREF=1:ana@example.org
        EMAIL:a@example.org
        EMAIL:news@example.org
        TEL;TYPE=cell:+18685550100
        TEL:+18685550101
        ORG:La Gaceta\, S.A.
        TITLE:=HYPERLINK("x")
        X-DISTRIBUTION-OUTLET-TYPE:daily
        LANG;PREF=1:es
        LANG;PREF=2:en-TT
        ADR:;;;;;;TT
        ADR:;;;;;;VE
        TZ:America/Port_of_Spain
        SOCIALPROFILE;VALUE=text;SERVICE-TYPE=mastodon:@ana@social.example.org
        URL:https://ana.example.org
        EXPERTISE:health
        EXPERTISE:climate\; energy
        EXPERTISE:law\, order
        CATEGORIES:press
        NOTE:One\nTwo
        X-DISTRIBUTION-SOURCE:-own research
        X-DISTRIBUTION-SUBSCRIPTION:everyone: subscribed
        X-DISTRIBUTION-SUBSCRIPTION:sport: unsubscribed
        END:VCARD

        """.ReplaceLineEndings("\r\n"),
        await CardsAsync(VCardVersion.Four, Ana));

    [Fact]
    public async Task Contacts_are_written_as_vCards_of_version_3() => Assert.Equal(
        """
        BEGIN:VCARD
        VERSION:3.0
        FN:Ben
        N:;;;;
        EMAIL;TYPE=INTERNET,PREF:ben@example.org
        TEL:+18685550102
        END:VCARD

        """.ReplaceLineEndings("\r\n"),
        await CardsAsync(VCardVersion.Three, Ben));

    [Theory]
    [InlineData(VCardVersion.Three)]
    [InlineData(VCardVersion.Four)]
    public async Task What_is_written_as_vCards_is_read_back(VCardVersion version) =>
        Assert.Equal(
            [Ana with { Number = 1 }, Ben with { Number = 2 }], await Read.RowsAsync(await CardsAsync(version, Ana, Ben)), SameRow.Get);

    [Fact]
    public async Task No_line_of_a_card_has_more_than_75_octets_and_none_ends_within_a_character()
    {
        var text = await CardsAsync(VCardVersion.Four, Ben with { Notes = string.Concat(Enumerable.Repeat("é€😀 ", 100)).Trim() });
        Assert.All(text.Split("\r\n"), line => Assert.InRange(Encoding.UTF8.GetByteCount(line), 0, 75));
        Assert.DoesNotContain('\uFFFD', Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text)));
    }

    internal static async Task<string> CsvAsync(params ContactRow[] rows)
    {
        await using StringWriter text = new();
        await ContactCsvWriter.WriteAsync(rows.ToAsyncEnumerable(), CsvSeparator.Comma, text, CancellationToken.None);
        return text.ToString();
    }

    internal static async Task<string> CardsAsync(VCardVersion version, params ContactRow[] rows)
    {
        await using StringWriter text = new();
        await ContactVCardWriter.WriteAsync(rows.ToAsyncEnumerable(), version, text, CancellationToken.None);
        return text.ToString();
    }
}

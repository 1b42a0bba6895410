using System.Text;
using Distribution.Contacts.Files;

namespace Distribution.Tests.Contacts.Files;

public sealed class VCardReadingTests
{
    [Theory]
    [InlineData("FN:Ana Núñez", "Ana Núñez")]
    [InlineData("fn:Ana Núñez", "Ana Núñez")]
    [InlineData("item7.FN:Ana Núñez", "Ana Núñez")]
    [InlineData("FN;LANGUAGE=es:Ana Núñez", "Ana Núñez")]
    [InlineData("FN;X-A=\"a:b;c\":Ana Núñez", "Ana Núñez")]
    [InlineData("FN:Ana\n  Núñez", "Ana Núñez")]
    [InlineData("FN:Ana\n\t Núñez", "Ana Núñez")]
    [InlineData(@"FN:Núñez\, Ana\; \\ \N!", "Núñez, Ana; \\ \n!")]
    [InlineData("N:Núñez;Ana;;;", "Ana Núñez")]
    [InlineData("N:Núñez;Ana;María;Dr.;", "Ana María Núñez")]
    [InlineData("N:Núñez", "Núñez")]
    [InlineData("FN;ENCODING=QUOTED-PRINTABLE:Ana N=C3=BA=C3=B1ez", "Ana Núñez")]
    [InlineData("FN;QUOTED-PRINTABLE;CHARSET=ISO-8859-1:Ana N=FA=F1ez", "Ana Núñez")]
    [InlineData("FN;ENCODING=QUOTED-PRINTABLE:Ana =\nN=C3=BA=C3=B1ez", "Ana Núñez")]
    [InlineData("FN;ENCODING=QUOTED-PRINTABLE:50=ZZ% =", "50=ZZ% =")]
    public async Task A_name_is_read(string property, string name) => Assert.Equal(name, (await CardAsync(property)).Name);

    [Theory]
    [InlineData("EMAIL:a@example.org\nEMAIL:b@example.org", "a@example.org", "b@example.org")]
    [InlineData("EMAIL;PREF=2:a@example.org\nEMAIL;PREF=1:b@example.org", "b@example.org", "a@example.org")]
    [InlineData("EMAIL:a@example.org\nEMAIL;TYPE=INTERNET,PREF:b@example.org", "b@example.org", "a@example.org")]
    [InlineData("EMAIL;INTERNET:a@example.org\nEMAIL;INTERNET;PREF:b@example.org", "b@example.org", "a@example.org")]
    [InlineData("EMAIL;TYPE=HOME:a@example.org\nEMAIL;TYPE=WORK:b@example.org", "b@example.org", "a@example.org")]
    [InlineData("item1.EMAIL:a@example.org\nitem1.X-ABLabel:Secretary\nEMAIL;TYPE=HOME:b@example.org", "b@example.org", "a@example.org")]
    [InlineData("item1.EMAIL;type=INTERNET:mailto:a@example.org", "a@example.org", "")]
    public async Task The_preferred_address_is_the_address(string properties, string address, string others)
    {
        var row = await CardAsync(properties);
        Assert.Equal((address, others), (row.Address, string.Join('|', row.OtherAddresses)));
    }

    [Fact]
    public async Task An_address_under_a_label_of_its_own_is_pointed_out_and_the_groups_of_a_phone_book_are_no_tags()
    {
        var row = await CardAsync(
            "EMAIL;TYPE=WORK:a@example.org\nitem1.EMAIL:b@example.org\nitem1.X-ABLabel:Secretary\n"
                + "CATEGORIES:myContacts,Starred in Android,Press");

        Assert.Equal(("b@example.org", "EMAIL (secretary)"), (Assert.Single(row.Problems).Value, row.Problems[0].Column));
        Assert.Equal(["Press"], row.Tags);
    }

    [Theory]
    [InlineData("TEL:+18685550100", null)]
    [InlineData("TEL;TYPE=CELL,VOICE:+18685550100", "mobile")]
    [InlineData("TEL;TYPE=work;TYPE=cell;TYPE=pref:+18685550100", "mobile")]
    [InlineData("TEL;WORK;FAX:+18685550100", "fax")]
    [InlineData("TEL;VALUE=uri;PREF=1;TYPE=\"voice,home\":tel:+18685550100", "home")]
    [InlineData("g1.TEL;TYPE=pref:+18685550100\ng1.X-ABLabel:_$!<Work>!$_", "work")]
    [InlineData("g1.TEL:+18685550100\ng1.X-ABLabel:Desk 3", "desk 3")]
    public async Task A_phone_has_its_kind(string property, string? kind) =>
        Assert.Equal([new RowPhone("+18685550100", kind)], (await CardAsync(property)).Phones);

    [Theory]
    [InlineData("URL:https://ana.example.org", "website", "https://ana.example.org")]
    [InlineData("X-SOCIALPROFILE;type=twitter;x-user=ana:www.twitter.com/ana", "twitter", "ana")]
    [InlineData("X-SOCIALPROFILE;type=twitter:x-apple:ana", "twitter", "ana")]
    [InlineData("SOCIALPROFILE;SERVICE-TYPE=Mastodon:https://social.example.org/@ana", "mastodon", "https://social.example.org/@ana")]
    [InlineData("SOCIALPROFILE:www.instagram.com/ana", "instagram", "ana")]
    [InlineData("IMPP:skype:ana", "skype", "ana")]
    [InlineData("IMPP;X-SERVICE-TYPE=Telegram:x-apple:ana", "telegram", "ana")]
    [InlineData("X-SKYPE:ana", "skype", "ana")]
    public async Task A_handle_is_read(string property, string network, string name) =>
        Assert.Equal([new RowHandle(network, name)], (await CardAsync(property)).Handles);

    [Fact]
    public async Task What_else_a_card_says_of_a_contact_is_read()
    {
        var row = await CardAsync(
            "ORG:La Gaceta;Salud\nROLE:Reporter\nTITLE:Editor\nTZ:America/Caracas\nLANG;PREF=2:en\nLANG;PREF=1:es\nADR:;;12 Long "
                + "Street;Caracas;;;Venezuela\nADR:;;;;;;Atlantis\nINTEREST:climate\nCATEGORIES:a,b\\, c\nNOTE:One\nNOTE:Two");
        Assert.Equal(("La Gaceta", "Editor", "America/Caracas", "One\nTwo"), (row.Outlet, row.Role, row.TimeZone, row.Notes));
        Assert.Equal((string[])["es", "en"], row.Languages);
        Assert.Equal((string[])["VE"], row.Countries);
        Assert.Equal((string[])["climate"], row.Topics);
        Assert.Equal((string[])["a", "b, c"], row.Tags);
        Assert.Equal(("countries", "ADR"), row.Problems.Select(problem => (problem.Field, problem.Column)).Single());
    }

    [Theory]
    [InlineData("BEGIN:VCARD\nEMAIL:b@example.org\n", "The card does not end with END:VCARD.")]
    [InlineData("EMAIL:b@example.org\nEND:VCARD\n", "The card does not begin with BEGIN:VCARD.")]
    [InlineData("BEGIN:VCARD\nEMAIL:b@example.org\nwhat is this\nEND:VCARD\n", "A line of the card has no colon: \"what is this\".")]
    [InlineData("BEGIN:VCARD\nEMAIL:b@exam\0ple.org\nEND:VCARD\n", "NUL characters were left out.")]
    [InlineData("BEGIN:VCARD\nEMAIL:b@example.org\nCAUTION\n:\nEND:VCARD\n", "A line of the card has no colon: \"CAUTION\".")]
    public async Task A_broken_card_costs_no_other(string broken, string message)
    {
        var rows =
            await Read.RowsAsync($"BEGIN:VCARD\nEMAIL:a@example.org\nEND:VCARD\n{broken}BEGIN:VCARD\nEMAIL:c@example.org\nEND:VCARD\n");
        Assert.Equal([(1, "a@example.org"), (2, "b@example.org"), (3, "c@example.org")], rows.Select(row => (row.Number, row.Address)));
        Assert.Equal(message, rows[1].Problems[0].Message);
        Assert.Empty(rows[0].Problems);
        Assert.Empty(rows[2].Problems);
    }

    [Fact]
    public async Task A_card_about_nobody_is_broken()
    {
        var rows = await Read.RowsAsync("BEGIN:VCARD\nVERSION:4.0\nEND:VCARD\n");
        Assert.True(Assert.Single(rows).IsBroken);
        Assert.Single(rows[0].Problems);
    }

    [Fact]
    public async Task A_picture_is_passed_over()
    {
        var row = await CardAsync($"PHOTO;ENCODING=b;TYPE=JPEG:{string.Concat(Enumerable.Repeat("AAAABBBB\n ", 50_000))}\nFN:Ana");
        Assert.Equal("Ana", row.Name);
    }

    [Fact]
    public async Task Cards_have_no_columns_and_say_so()
    {
        var file = await Read.FileAsync("begin:vcard\nend:vcard\n");
        Assert.Equal((ContactFileFormat.VCard, null, false), (file.Format, file.Separator, file.HasHeader));
        Assert.Empty(file.Mapping.Columns);
    }

    [Fact]
    public async Task Cards_of_an_old_phone_in_Windows_1252_are_read()
    {
        var rows = await Read.RowsAsync(
            CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes("BEGIN:VCARD\r\nFN:Zoé Lévy\r\nEND:VCARD\r\n"));
        Assert.Equal("Zoé Lévy", Assert.Single(rows).Name);
    }

    private static async Task<ContactRow> CardAsync(string properties) =>
        Assert.Single(await Read.RowsAsync($"BEGIN:VCARD\nVERSION:4.0\n{properties}\nEND:VCARD\n"));
}

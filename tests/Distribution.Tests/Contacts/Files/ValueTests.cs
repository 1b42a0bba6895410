using Distribution.Contacts.Files;
using Distribution.Contacts.Files.Values;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Languages;
using Distribution.Platform.Validation;

namespace Distribution.Tests.Contacts.Files;

public sealed class ValueTests
{
    [Theory]
    [InlineData("health", "health")]
    [InlineData("health; climate", "health|climate")]
    [InlineData("health, climate", "health|climate")]
    [InlineData("health, public; climate", "health, public|climate")]
    [InlineData("health\nclimate", "health|climate")]
    [InlineData("Press ::: Health, public ::: * starred", "Press|Health, public|* starred")]
    [InlineData("\"Health\",\"Press, regional\"", "Health|Press, regional")]
    [InlineData("\"a \"\"b\"\"; c\"; d", "a \"b\"; c|d")]
    [InlineData("[\"health\", \" climate \", \"\", null]", "health|climate")]
    [InlineData("[health, climate", "[health|climate")]
    [InlineData(" ; ,; ", ",")]
    [InlineData("", "")]
    [InlineData("5\" disc; x", "5\" disc|x")]
    public void A_cell_of_several_values_is_taken_apart(string cell, string values) =>
        Assert.Equal(values, string.Join('|', ValueList.Split(cell)));

    [Theory]
    [InlineData("daily", OutletType.Daily)]
    [InlineData("QUOTIDIEN", OutletType.Daily)]
    [InlineData("diario", OutletType.Daily)]
    [InlineData("Diário", OutletType.Daily)]
    [InlineData("Hebdomadaire", OutletType.Weekly)]
    [InlineData("rádio", OutletType.Radio)]
    [InlineData("Chaîne de télévision", OutletType.Television)]
    [InlineData("T.V.", OutletType.Television)]
    [InlineData("Site d’information", OutletType.Online)]
    [InlineData("agence de presse", OutletType.Agency)]
    [InlineData("Agência de Notícias", OutletType.Agency)]
    [InlineData("freelance/pigiste", OutletType.Freelance)]
    [InlineData("unknown / pigiste", OutletType.Freelance)]
    [InlineData("revista", OutletType.Other)]
    [InlineData("blimp", null)]
    [InlineData("", null)]
    public void A_type_of_outlet_is_read_in_the_files_own_language(string cell, OutletType? type) =>
        Assert.Equal(type, OutletTypeNames.Find(cell));

    [Theory]
    [InlineData("TT", "TT")]
    [InlineData("tt", "TT")]
    [InlineData("TTO", "TT")]
    [InlineData("Trinidad and Tobago", "TT")]
    [InlineData("Trinidad & Tobago", "TT")]
    [InlineData("Trinité-et-Tobago", "TT")]
    [InlineData("TRINIDAD Y TOBAGO", "TT")]
    [InlineData("Cote d'Ivoire", "CI")]
    [InlineData("Côte d’Ivoire", "CI")]
    [InlineData("Korea, Republic of", "KR")]
    [InlineData("Korea, Republic of; Japón", "KR|JP")]
    [InlineData("FR, États-Unis / México", "FR|US|MX")]
    [InlineData("UK", "GB")]
    [InlineData("France; Atlantis", "FR", "Atlantis")]
    public async Task Countries_are_known_by_name_and_code(string cell, string codes, string? unknown = null)
    {
        var row = Assert.Single(await Read.RowsAsync($"email;country\nana@example.org;\"{cell}\"\n"));
        Assert.Equal(codes, string.Join('|', row.Countries));
        Assert.Equal(unknown, row.Problems.SingleOrDefault()?.Message.Split('"')[1]);
    }

    [Theory]
    [InlineData("es", "es")]
    [InlineData("es-419", "es-419")]
    [InlineData("pt_BR", "pt-BR")]
    [InlineData("English", "en")]
    [InlineData("anglais", "en")]
    [InlineData("INGLÉS", "en")]
    [InlineData("francais", "fr")]
    [InlineData("Français, Español / English", "fr|es|en")]
    [InlineData("English (United States)", "en-US")]
    [InlineData("Spanish - Venezuela", "es-VE")]
    [InlineData("spa", "es")]
    [InlineData("fr; Klingonish", "fr", "Klingonish")]
    public async Task Languages_are_known_by_name_and_tag(string cell, string tags, string? unknown = null)
    {
        var row = Assert.Single(await Read.RowsAsync($"email;language\nana@example.org;\"{cell}\"\n"));
        Assert.Equal(tags, string.Join('|', row.Languages));
        Assert.Equal(unknown, row.Problems.SingleOrDefault()?.Message.Split('"')[1]);
    }

    [Theory]
    [InlineData("+1 868 555 0100", "+1 868 555 0100", null)]
    [InlineData("'+18685550100", "+18685550100", null)]
    [InlineData("mobile: +18685550100", "+18685550100", "mobile")]
    [InlineData("(868) 555-0100, ext. 5", "(868) 555-0100, ext. 5", null)]
    public async Task A_phone_may_have_its_kind_before_it(string cell, string number, string? kind) =>
        Assert.Equal([new(number, kind)], Assert.Single(await Read.RowsAsync($"email;phones\nana@example.org;\"{cell}\"\n")).Phones);

    [Theory]
    [InlineData("twitter: ana", "twitter", "ana")]
    [InlineData("www.x.com/ana", "twitter", "ana")]
    [InlineData("www.linkedin.com/in/ana-n/", "linkedin", "ana-n")]
    [InlineData("mastodon: @ana@social.example.org", "mastodon", "@ana@social.example.org")]
    [InlineData("https://news.example.org/ana", "website", "https://news.example.org/ana")]
    [InlineData("www.example.org", "website", "www.example.org")]
    [InlineData("@ana", null, null)]
    public async Task A_handle_is_a_name_on_a_network(string cell, string? network, string? name)
    {
        var row = Assert.Single(await Read.RowsAsync($"email;handles\nana@example.org;\"{cell}\"\n"));
        Assert.Equal(network is null ? [] : [new RowHandle(network, name!)], row.Handles);
        Assert.Equal(network is null, row.Problems.Count == 1);
    }

    [Theory]
    [InlineData("x.com", "/ana", "twitter")]
    [InlineData("www.instagram.com", "/ana/", "instagram")]
    [InlineData("tiktok.com", "/@ana", "tiktok")]
    public void An_address_on_a_network_we_know_is_a_handle_there(string host, string path, string network) =>
        Assert.Equal(
            new RowHandle(network, "ana"), Handles.Read(null, new UriBuilder(Uri.UriSchemeHttps, host) { Path = path }.Uri.AbsoluteUri));

    [Theory]
    [InlineData("ana@example.org", "ana@example.org", "", "")]
    [InlineData("Ana Núñez <ana@example.org>", "ana@example.org", "", "Ana Núñez")]
    [InlineData("\"Núñez, Ana\" <ana@example.org>", "ana@example.org", "", "Núñez, Ana")]
    [InlineData("mailto:ana@example.org", "ana@example.org", "", "")]
    [InlineData("ana@example.org; a@example.org, ANA@example.org", "ana@example.org", "a@example.org", "")]
    [InlineData("ana@example.org, a@example.org, ANA@example.org", "ana@example.org", "a@example.org", "")]
    public async Task The_first_address_is_the_address(string cell, string address, string others, string name)
    {
        var row = Assert.Single(await Read.RowsAsync($"id|email\n1|\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n"));
        Assert.Equal((address, others, name), (row.Address, string.Join('|', row.OtherAddresses), row.Name));
    }

    [Theory]
    [InlineData("{\"email2\": \"x\"", "The cell is no JSON object.")]
    [InlineData("[1]", "The cell is no JSON object.")]
    [InlineData(
        "{\"country\": \"Atlantis\"}", "\"Atlantis\" is no country that we know by a name, or by its code.")]
    public async Task A_problem_inside_of_attributes_is_told_of(string cell, string message) =>
        Assert.Equal(message, Assert.Single(Assert.Single(await Read.RowsAsync(
            $"email;attributes\nana@example.org;\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"\n")).Problems).Message);

    [Fact]
    public void The_tables_have_every_country_and_only_tags_of_languages()
    {
        Assert.All(NameTable.Countries.Codes, code => Assert.True(Countries.IsKnown(code), code));
        Assert.Equal(250, NameTable.Countries.Codes.Count);
        Assert.All(NameTable.Languages.Codes, code => Assert.Equal(code, LanguageTag.Normalize(code)));
    }
}

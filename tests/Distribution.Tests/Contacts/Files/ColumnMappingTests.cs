using System.Text;
using Distribution.Contacts.Files;
using Distribution.Platform.Validation;

namespace Distribution.Tests.Contacts.Files;

public sealed class ColumnMappingTests
{
    [Theory]
    [InlineData("E-mail", "address")]
    [InlineData("EMAIL ADDRESS", "address")]
    [InlineData("e_mail", "address")]
    [InlineData("Correo electrónico", "address")]
    [InlineData("correo electronico", "address")]
    [InlineData("Courriel", "address")]
    [InlineData("Adresse e-mail", "address")]
    [InlineData("Email 2", "address")]
    [InlineData("otherAddresses", "otherAddresses")]
    [InlineData("Nom de famille", "familyName")]
    [InlineData("Apellidos", "familyName")]
    [InlineData("PRÉNOM", "givenName")]
    [InlineData("Média", "outlet")]
    [InlineData("Medio", "outlet")]
    [InlineData("Outlet", "outlet")]
    [InlineData("Publication", "outlet")]
    [InlineData("Langue", "languages")]
    [InlineData("Idioma(s)", "languages")]
    [InlineData("Pays", "countries")]
    [InlineData("País", "countries")]
    [InlineData("Country/Region", "countries")]
    [InlineData("Téléphone portable", "phones:mobile")]
    [InlineData("Home Phone 2", "phones:home")]
    [InlineData("Fonction", "role")]
    [InlineData("Zona horaria", "timeZone")]
    [InlineData("Thématiques", "topics")]
    [InlineData("Observaciones", "notes")]
    [InlineData("Étiquettes", "tags")]
    [InlineData("Fuente", "source")]
    [InlineData("Twitter", "handles:twitter")]
    [InlineData("Shoe size", null)]
    [InlineData("", null)]
    [InlineData("😀", null)]
    public void A_column_is_known_by_its_name_in_three_languages(string header, string? target) =>
        Assert.Equal(target, ColumnMapping.Guess([header], []).Columns[0].Target?.ToString());

    [Fact]
    public void Nom_is_the_whole_name_unless_there_is_a_column_of_first_names()
    {
        Assert.Equal(["name", "address"], Targets(["Nom", "Courriel"]));
        Assert.Equal(["familyName", "givenName"], Targets(["Nom", "Prénom"]));
        Assert.Equal(["name"], Targets(["Nombre"]));
        Assert.Equal(["givenName", "familyName"], Targets(["Nombre", "Apellidos"]));
    }

    [Fact]
    public void A_column_of_streets_is_no_column_of_addresses() =>
        Assert.Equal(["", "address"], Targets(["Address", "Email"], ["12 Long Street", "ana@example.org"]));

    [Fact]
    public void Addresses_are_found_where_no_column_is_named_after_them()
    {
        Assert.Equal(["", "name", "address"], Targets(["Ref", "Name", "Where"], ["7", "Ana", "ana@example.org"], ["8", "Ben", ""]));
    }

    [Fact]
    public void What_is_not_taken_is_told()
    {
        var mapping = ColumnMapping.Guess(["Email", "Shoe size", "Name"], []);
        Assert.Equal(["Shoe size"], mapping.Unmapped);
        Assert.Null(mapping.Tool);
        Assert.True(mapping.HasAddress);
        Assert.False(ColumnMapping.Guess(["Name"], []).HasAddress);
    }

    [Fact]
    public async Task Two_columns_of_one_name_and_one_without_a_name_can_be_told_apart()
    {
        var file = await Read.FileAsync("Email,Email,,Name\nana@example.org,a@example.org,x,Ana\n");
        Assert.Equal(["Email", "Email (2)", "column 3", "Name"], file.Mapping.Columns.Select(column => column.Column));
        Assert.Equal(["a@example.org"], Assert.Single(await Read.RowsAsync(file)).OtherAddresses);
    }

    [Fact]
    public async Task A_mapping_is_corrected()
    {
        var result =
            await Read.OpenAsync(Bytes("Email,Paper,Ref,Name\nana@example.org,La Gaceta,7,Ana\n"), mapping: new Dictionary<string, string>
            {
                ["Paper"] = "outlet",
                ["Ref"] = "phones:desk",
                ["Name"] = "",
            });
        var row = Assert.Single(await Read.RowsAsync(Assert.IsType<ContactFileResult.Opened>(result).File));
        Assert.Equal(("La Gaceta", new RowPhone("7", "desk"), ""), (row.Outlet, row.Phones[0], row.Name));
    }

    [Fact]
    public async Task A_mapping_with_a_column_or_field_that_there_is_not_is_refused()
    {
        var result = await Read.OpenAsync(
            Bytes("Email,Paper\nana@example.org,La Gaceta\n"),
            mapping: new Dictionary<string, string> { ["Papers"] = "outlet", ["Paper"] = "media" });
        var errors = Assert.IsType<ContactFileResult.Mismapped>(result).Errors.ToDictionary();
        Assert.Equal("is not a column of the file.", Assert.Single(errors["mapping.Papers"]));
        Assert.StartsWith("is one of address, otherAddresses, name,", Assert.Single(errors["mapping.Paper"]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_cards_has_no_columns_to_map()
    {
        var result =
            await Read.OpenAsync(Bytes("BEGIN:VCARD\nEND:VCARD\n"), mapping: new Dictionary<string, string> { ["EMAIL"] = "address" });
        Assert.True(Assert.IsType<ContactFileResult.Mismapped>(result).Errors.Any);
    }

    [Fact]
    public void Every_target_is_read_as_it_is_written() => Assert.All(ColumnTarget.FieldNames, name =>
    {
        Assert.Equal(name, ColumnTarget.Parse(name)?.ToString());
        var kind = name == "mailStatus" ? "bounced-reason" : "kind";
        Assert.Equal($"{name}:{kind}", ColumnTarget.Parse($"{name}: {kind}")?.ToString());
    });

    [Fact]
    public void A_column_about_mails_asks_for_a_state_that_there_is() => Assert.Null(ColumnTarget.Parse("mailStatus:perhaps"));

    [Fact]
    public void Errors_of_a_mapping_are_gathered()
    {
        FieldErrors errors = new();
        ColumnMapping.Guess(["a"], []).Correct(new Dictionary<string, string> { ["b"] = "nothing" }, errors);
        Assert.Equal(2, errors.ToDictionary()["mapping.b"].Length);
    }

    private static IEnumerable<string> Targets(string[] headers, params string[][] rows) =>
        ColumnMapping.Guess(headers, rows).Columns.Select(column => column.Target?.ToString() ?? "");

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);
}

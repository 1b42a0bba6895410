using Distribution.Audiences.Export;
using Distribution.Audiences.Imports;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Contacts.Search;
using Distribution.Platform.Audit;
using Distribution.Testing;
using Distribution.Tests.Audiences.Imports;

namespace Distribution.Tests.Audiences.Export;

public sealed class ExportContactsTests(Azurite azurite) : ImportTests(azurite)
{
    private const string File =
        """
        Email,Given name,Family name,Outlet,Role,Topics,Languages,Phone,Notes
        rosa@example.org,Rosa,Núñez,The Harbour Gazette,editor,Reefs;Fishing,es;en,+44 20 7946 0958,=1+1
        tariq@example.org,Tariq,Ali,,,Health,ar,,"Two
        lines"
        """;

    private static readonly Actor Ana = new("ana", null);

    [Fact]
    public async Task What_is_exported_as_CSV_is_imported_as_the_very_same()
    {
        await ImportAsync(File);

        var exported = await CsvAsync(new());
        var again = await ImportAsync(exported, Settings with { Existing = ExistingContacts.Replace });

        Assert.Equal(new ImportCounts { Unchanged = 2 }, again.Counts);
        Assert.Contains("'=1+1", exported, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_exported_as_vCards_is_imported_as_the_very_same()
    {
        await ImportAsync(File);
        using StringWriter output = new();
        await ContactVCardWriter.WriteAsync(
            App.Get<ExportContacts>().RunAsync(new(), "vcard", Ana, Token), VCardVersion.Four, output, Token);

        var again = await ImportAsync(output.ToString(), Settings with { Existing = ExistingContacts.Fill });

        Assert.Equal(new ImportCounts { Unchanged = 2 }, again.Counts);
    }

    [Fact]
    public async Task An_export_is_of_the_contacts_of_a_search_each_once()
    {
        await ImportAsync(File);

        Assert.Equal(["tariq@example.org"], await AddressesAsync(new() { Topic = "health" }));
        Assert.Equal(["rosa@example.org"], await AddressesAsync(new() { Text = "r" }));
        Assert.Empty(await AddressesAsync(new() { Status = ContactStatus.Archived }));
    }

    [Fact]
    public async Task The_audit_says_who_exported_what_and_how_many_also_where_it_was_broken_off()
    {
        await ImportAsync(File);
        await AddressesAsync(new() { Country = "TT" });
        await foreach (var _ in App.Get<ExportContacts>().RunAsync(new() { Text = "rosa@example.org" }, "csv", Ana, Token)) break;

        var entries = (await App.Get<AuditStore>().PageAsync(null, 10, null, Token)).Items.Select(entry => entry.Value).ToList();
        Assert.Equal(2, entries.Count(entry => entry.Action == ExportContacts.Begun));
        var ended = entries.Where(entry => entry.Action == ExportContacts.Exported).ToList();
        Assert.All(ended, entry => Assert.Equal("ana", entry.By));
        Assert.Equal(
            [("1", "false"), ("2", "true")], ended.Select(entry => (entry.Details["contacts"], entry.Details["complete"])).Order());
        Assert.Contains(ended, entry => entry.Details["filter"] == "country=TT&status=active");
        Assert.DoesNotContain(
            entries, entry => entry.Details.GetValueOrDefault("filter")?.Contains("@example", StringComparison.Ordinal) == true);
    }

    private async Task<string> CsvAsync(ContactQuery query)
    {
        await using StringWriter output = new();
        await ContactCsvWriter.WriteAsync(App.Get<ExportContacts>().RunAsync(query, "csv", Ana, Token), output, Token);
        return output.ToString();
    }

    private async Task<List<string>> AddressesAsync(ContactQuery query) =>
        await App.Get<ExportContacts>().RunAsync(query, "csv", Ana, Token).Select(row => row.Address).ToListAsync(Token);
}

using System.Text;
using Distribution.Audiences.Export;
using Distribution.Audiences.Imports;
using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Contacts.Search;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Text;
using Distribution.Testing;
using Distribution.Tests.Audiences.Imports;

namespace Distribution.Tests.Audiences.Export;

public sealed class ExportContactsTests(Azurite azurite) : ImportTests(azurite)
{
    private readonly Azurite storage = azurite;

    private const string File =
        """
        Email,Given name,Family name,Outlet,Role,Topics,Languages,Phone,Notes
        rosa@example.org,Rosa,Núñez,The Harbour Gazette,editor,Reefs;Fishing,es;en,+44 20 7946 0958,=1+1
        tariq@example.org,Tariq,Ali,,,Health,ar,,"Two
        lines"
        """;

    private static readonly Actor Ana = new("ana", null);

    [Theory]
    [InlineData(CsvSeparator.Comma)]
    [InlineData(CsvSeparator.Semicolon)]
    public async Task What_is_exported_as_CSV_is_imported_as_the_very_same(CsvSeparator separator)
    {
        await ImportAsync(File);

        var exported = await CsvAsync(new(), separator);
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

    [Theory]
    [InlineData(null)]
    [InlineData(CsvSeparator.Comma)]
    [InlineData(CsvSeparator.Semicolon)]
    public async Task Subscriptions_and_suppressions_go_out_and_come_back_so(CsvSeparator? orCards)
    {
        await ImportAsync("Email,Status\nada@example.org,active\nbea@example.org,unsubscribed\ncal@example.org,bounced\n", ToEveryone);
        await ImportAsync("Email\ndov@example.org\n");
        var exported = orCards is { } separator ? await CsvAsync(new(), separator) : await CardsAsync();
        await using var other = await CoreHost.StartAsync(storage, Token);
        await other.Get<MediaListStore>().AddAsync("everyone", new() { Id = "everyone", Names = new([new("en", "Everyone")]) }, Token);

        await ImportIntoAsync(other, exported, ToEveryone);

        Assert.Equal("ada: everyone Subscribed; bea Blocked: everyone Unsubscribed; cal Bounced; dov", await StandingAsync(App));
        Assert.Equal(await StandingAsync(App), await StandingAsync(other));
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

    private static async Task ImportIntoAsync(CoreHost host, string file, ImportSettings settings)
    {
        using MemoryStream stream = new(Encoding.UTF8.GetBytes(file));
        var import =
            Assert.IsType<UploadImportResult.Uploaded>(await host.Get<UploadImport>().RunAsync(stream, "export", "ana", Token)).Import;
        await host.Get<CheckImport>().RunAsync(import, settings, Token);
        await host.Get<RunWork>().RunAsync($"{RunImport.JobName}|{import.Value.Id}", Token);
        var isChecked = (await host.Get<ImportStore>().FindAsync(import.Value.Id, Token))!;
        Assert.IsType<ChangeImportResult.Begun>(await host.Get<StartImport>().RunAsync(isChecked, By, Token));
        await host.Get<RunWork>().RunAsync($"{RunImport.JobName}|{import.Value.Id}", Token);
    }

    /// <summary>The suppression and subscriptions of each contact in an export.</summary>
    private static async Task<string> StandingAsync(CoreHost host)
    {
        var rows = await host.Get<ExportContacts>().RunAsync(new(), "csv", Ana, Token).OrderBy(row => row.Address).ToListAsync(Token);
        return string.Join("; ", rows.Select(row =>
        {
            var lists = row.Subscriptions.Count == 0
                ? ""
                : $": {string.Join(", ", row.Subscriptions.Select(subscription => $"{subscription.List} {subscription.Status}"))}";
            return $"{row.Address.Split('@')[0]} {row.Statuses.SingleOrDefault()?.Status}".Trim() + lists;
        }));
    }

    private async Task<string> CardsAsync()
    {
        await using StringWriter output = new();
        await ContactVCardWriter.WriteAsync(
            App.Get<ExportContacts>().RunAsync(new(), "vcard", Ana, Token), VCardVersion.Four, output, Token);
        return output.ToString();
    }

    private async Task<string> CsvAsync(ContactQuery query, CsvSeparator separator = CsvSeparator.Comma)
    {
        await using StringWriter output = new();
        await ContactCsvWriter.WriteAsync(App.Get<ExportContacts>().RunAsync(query, "csv", Ana, Token), separator, output, Token);
        return output.ToString();
    }

    private async Task<List<string>> AddressesAsync(ContactQuery query) =>
        await App.Get<ExportContacts>().RunAsync(query, "csv", Ana, Token).Select(row => row.Address).ToListAsync(Token);
}

using System.Text;
using Distribution.Audiences.Imports;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Imports;

/// <summary>Tests of imports: each has the application for itself.</summary>
public abstract class ImportTests(Azurite azurite) : CoreHostTests(azurite)
{
    protected static ImportSettings Settings { get; } = new()
    {
        Source = "Press list of the ministry",
        LawfulBasis = LawfulBasis.LegitimateInterests,
        Language = "en",
        Country = "TT",
    };

    protected static Actor By { get; } = new("bo", "key-of-bo");

    protected static ImportSettings ToEveryone { get; } =
        Settings with { Lists = ["everyone"], Basis = "legitimate interest", Evidence = "They asked the ministry for its news." };

    protected async Task<Stored<Import>> UploadAsync(string text) =>
        Assert.IsType<UploadImportResult.Uploaded>(
            await App.Get<UploadImport>().RunAsync(new MemoryStream(Encoding.UTF8.GetBytes(text)), "press.csv", "ana", Token)).Import;

    protected async Task<Import> CheckAsync(Stored<Import> import, ImportSettings? settings = null)
    {
        Assert.IsType<ChangeImportResult.Begun>(await App.Get<CheckImport>().RunAsync(import, settings ?? Settings, Token));
        return await WorkAsync(import.Value.Id);
    }

    /// <summary>Uploads, checks and imports.</summary>
    protected async Task<Import> ImportAsync(string text, ImportSettings? settings = null)
    {
        var import = await UploadAsync(text);
        await CheckAsync(import, settings);
        return await StartAsync(import.Value.Id);
    }

    protected async Task<Import> StartAsync(string id)
    {
        var import = (await App.Get<ImportStore>().FindAsync(id, Token))!;
        Assert.IsType<ChangeImportResult.Begun>(await App.Get<StartImport>().RunAsync(import, By, Token));
        return await WorkAsync(id);
    }

    protected async Task<Import> WorkAsync(string id)
    {
        await App.Get<RunWork>().RunAsync($"{RunImport.JobName}|{id}", Token);
        return (await App.Get<ImportStore>().FindAsync(id, Token))!.Value;
    }

    protected async Task<List<ImportRowResult>> RowsAsync(string id) =>
        await App.Get<ReadImportRows>().RunAsync(id, Token).ToListAsync(Token);

    protected async Task<List<Contact>> ContactsAsync() =>
        [.. (await App.Get<ContactStore>().PageAsync(1000, null, Token)).Items.Select(contact => contact.Value)
            .OrderBy(contact => contact.Address, StringComparer.Ordinal)];

    protected async Task<string> IdOfAsync(string address) => (await ContactsAsync()).Single(contact => contact.Address == address).Id;
}

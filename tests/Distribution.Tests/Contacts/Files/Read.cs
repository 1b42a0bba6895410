using System.Text;
using Distribution.Contacts.Files;

namespace Distribution.Tests.Contacts.Files;

/// <summary>Opens contact files in a test.</summary>
internal static class Read
{
    public static Task<ContactFileResult> OpenAsync(
        byte[] bytes, string? name = null, IReadOnlyDictionary<string, string>? mapping = null) =>
        ContactFile.OpenAsync(new MemoryStream(bytes), name, mapping, TestContext.Current.CancellationToken);

    public static async Task<ContactFile> FileAsync(byte[] bytes, string? name = null) =>
        Assert.IsType<ContactFileResult.Opened>(await OpenAsync(bytes, name)).File;

    public static Task<ContactFile> FileAsync(string text, string? name = null) => FileAsync(Encoding.UTF8.GetBytes(text), name);

    public static Task<ContactFile> FixtureAsync(string name) =>
        FileAsync(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "Contacts", "Files", "Files", name)), name);

    public static async Task<List<ContactRow>> RowsAsync(ContactFile file)
    {
        List<ContactRow> rows = [];
        await foreach (var row in file.RowsAsync(TestContext.Current.CancellationToken)) rows.Add(row);
        return rows;
    }

    public static async Task<List<ContactRow>> RowsAsync(byte[] bytes) => await RowsAsync(await FileAsync(bytes));

    public static async Task<List<ContactRow>> RowsAsync(string text) => await RowsAsync(await FileAsync(text));

    public static async Task<string> RefusalAsync(byte[] bytes) =>
        Assert.IsType<ContactFileResult.Unreadable>(await OpenAsync(bytes)).Message;
}

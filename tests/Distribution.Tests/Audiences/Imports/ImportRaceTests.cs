using System.Globalization;
using Distribution.Audiences.Imports;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.Imports;

/// <summary>Two runs of one import at once, as when a worker is thought to be dead and is not.</summary>
public sealed class ImportRaceTests(Azurite azurite) : ImportTests(azurite)
{
    [Fact]
    public async Task Runs_that_read_one_file_at_once_disturb_nothing_and_none_fails()
    {
        var rows = Enumerable.Range(0, 120)
            .Select(number => string.Create(CultureInfo.InvariantCulture, $"r{number}@example.org,R {number}\n"));
        var upload = await UploadAsync($"Email,Name\n{string.Concat(rows)}");
        await App.Get<CheckImport>().RunAsync(upload, ToEveryone, Token);

        Assert.Equal([null, null, null], await RaceAsync(upload.Value.Id));
        var staged = (await App.Get<ImportStore>().FindAsync(upload.Value.Id, Token))!;
        Assert.Equal((ImportState.Checked, 120, 120), (staged.Value.State, staged.Value.Rows, staged.Value.Counts.Added));
    }

    [Fact]
    public async Task Lines_that_somebody_else_has_begun_to_write_are_given_up()
    {
        var files = App.Get<ImportFiles>();
        await using var first = await files.StageAsync("import", "run", '0', Token);
        await using var second = await files.StageAsync("import", "run", '0', Token);

        Assert.True(await second.CloseAsync());
        Assert.False(await first.CloseAsync());
    }

    private Task<DateTimeOffset?[]> RaceAsync(string id) =>
        Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => App.Get<RunImport>().RunAsync(id, Token), Token)));
}

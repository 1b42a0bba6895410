using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>
/// The blobs of an import: the file itself, its rows by part as they were read, and their results. Rows are lines of JSON.
/// </summary>
public sealed class ImportFiles(Blobs blobs)
{
    private const int BufferBytes = 256 * 1024;

    private static readonly UTF8Encoding WithoutMark = new(encoderShouldEmitUTF8Identifier: false);

    private readonly BlobContainerClient container = blobs[Blobs.Imports];

    public async Task SaveAsync(string import, Stream file, CancellationToken cancellationToken) =>
        await container.GetBlobClient(FileOf(import)).UploadAsync(file, overwrite: true, cancellationToken);

    /// <summary>The file; it can seek.</summary>
    public Task<Stream> OpenAsync(string import, CancellationToken cancellationToken) =>
        container.GetBlobClient(FileOf(import)).OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);

    public Task<LinesWriter<StagedRow>> StageAsync(string import, char part, CancellationToken cancellationToken) =>
        WriteAsync<StagedRow>(StagedOf(import, part), cancellationToken);

    public IAsyncEnumerable<StagedRow> StagedAsync(string import, char part, CancellationToken cancellationToken) =>
        ReadAsync<StagedRow>(StagedOf(import, part), cancellationToken);

    public async Task SaveOutletsAsync(string import, IEnumerable<Outlet> outlets, CancellationToken cancellationToken)
    {
        await using var writer = await WriteAsync<Outlet>(OutletsOf(import), cancellationToken);
        foreach (var outlet in outlets) await writer.WriteAsync(outlet);
    }

    /// <summary>The outlets that the file brings along.</summary>
    public IAsyncEnumerable<Outlet> OutletsAsync(string import, CancellationToken cancellationToken) => ReadAsync<Outlet>(OutletsOf(import), cancellationToken);

    /// <summary>Writes what becomes of the rows of a part, in their order.</summary>
    public async Task SaveResultsAsync(string import, char part, IEnumerable<ImportRowResult> results, CancellationToken cancellationToken)
    {
        await using var writer = await WriteAsync<ImportRowResult>(ResultsOf(import, part), cancellationToken);
        foreach (var result in results) await writer.WriteAsync(result);
    }

    /// <summary>The results of the rows of a part; none where it has not been checked yet.</summary>
    public IAsyncEnumerable<ImportRowResult> ResultsAsync(string import, char part, CancellationToken cancellationToken) =>
        ReadAsync<ImportRowResult>(ResultsOf(import, part), cancellationToken);

    /// <summary>Deletes what was found out, so that nothing old is taken for new.</summary>
    public async Task ForgetResultsAsync(string import, CancellationToken cancellationToken)
    {
        foreach (var part in ImportParts.All) await container.DeleteBlobIfExistsAsync(ResultsOf(import, part), cancellationToken: cancellationToken);
    }

    public async Task DeleteAsync(string import, CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, $"{import}/", cancellationToken))
        {
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private async Task<LinesWriter<T>> WriteAsync<T>(string blob, CancellationToken cancellationToken)
    {
        BlockBlobOpenWriteOptions options = new() { BufferSize = BufferBytes };
        return new(await container.GetBlockBlobClient(blob).OpenWriteAsync(overwrite: true, options, cancellationToken));
    }

    private async IAsyncEnumerable<T> ReadAsync<T>(string blob, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var client = container.GetBlobClient(blob);
        if (!await client.ExistsAsync(cancellationToken)) yield break;
        await using var stream = await client.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false), cancellationToken);
        using StreamReader lines = new(stream, WithoutMark);
        while (await lines.ReadLineAsync(cancellationToken) is { } line) yield return JsonSerializer.Deserialize<T>(line, StoredJson.Options)!;
    }

    private static string FileOf(string import) => $"{import}/file";

    private static string OutletsOf(string import) => $"{import}/outlets.jsonl";

    private static string StagedOf(string import, char part) => $"{import}/rows-{part}.jsonl";

    private static string ResultsOf(string import, char part) => $"{import}/results-{part}.jsonl";
}

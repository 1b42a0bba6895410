using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Azure;
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

    /// <param name="import">Id of the import.</param>
    /// <param name="staging">The run that stages it: of two at once, each has blobs of its own.</param>
    /// <param name="part">The part.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public Task<LinesWriter<StagedRow>> StageAsync(string import, string staging, char part, CancellationToken cancellationToken) =>
        WriteAsync<StagedRow>(StagedOf(import, staging, part), cancellationToken);

    public IAsyncEnumerable<StagedRow> StagedAsync(string import, string staging, char part, CancellationToken cancellationToken) =>
        ReadAsync<StagedRow>(StagedOf(import, staging, part), cancellationToken);

    public Task SaveOutletsAsync(string import, string staging, IEnumerable<Outlet> outlets, CancellationToken cancellationToken) =>
        SaveAsync(OutletsOf(import, staging), outlets, cancellationToken);

    /// <summary>The outlets that the file brings along.</summary>
    public IAsyncEnumerable<Outlet> OutletsAsync(string import, string staging, CancellationToken cancellationToken) =>
        ReadAsync<Outlet>(OutletsOf(import, staging), cancellationToken);

    /// <summary>Deletes what a run has staged that does not count, or no longer.</summary>
    public Task ForgetStagedAsync(string import, string staging, CancellationToken cancellationToken) =>
        DeleteAsync($"{import}/staged-{staging}/", cancellationToken);

    /// <summary>Writes what becomes of the rows of a part, in their order.</summary>
    /// <returns>False when another run has written them meanwhile.</returns>
    public Task<bool> SaveResultsAsync(
        string import, char part, IEnumerable<ImportRowResult> results, CancellationToken cancellationToken) =>
        SaveAsync(ResultsOf(import, part), results, cancellationToken);

    /// <summary>The results of the rows of a part; none where it has not been checked yet.</summary>
    public IAsyncEnumerable<ImportRowResult> ResultsAsync(string import, char part, CancellationToken cancellationToken) =>
        ReadAsync<ImportRowResult>(ResultsOf(import, part), cancellationToken);

    /// <summary>Whether the file itself is there still.</summary>
    public async Task<bool> HasFileAsync(string import, CancellationToken cancellationToken) =>
        await container.GetBlobClient(FileOf(import)).ExistsAsync(cancellationToken);

    public Task DeleteFileAsync(string import, CancellationToken cancellationToken) =>
        container.DeleteBlobIfExistsAsync(FileOf(import), cancellationToken: cancellationToken);

    /// <summary>Deletes what was found out, so that nothing old is taken for new.</summary>
    public async Task ForgetResultsAsync(string import, CancellationToken cancellationToken)
    {
        foreach (var part in ImportParts.All)
            await container.DeleteBlobIfExistsAsync(ResultsOf(import, part), cancellationToken: cancellationToken);
    }

    /// <summary>Deletes all blobs of an import.</summary>
    public Task DeleteAllAsync(string import, CancellationToken cancellationToken) => DeleteAsync($"{import}/", cancellationToken);

    private async Task DeleteAsync(string prefix, CancellationToken cancellationToken)
    {
        await foreach (var blob in container.GetBlobsAsync(BlobTraits.None, BlobStates.None, prefix, cancellationToken))
        {
            await container.DeleteBlobIfExistsAsync(blob.Name, cancellationToken: cancellationToken);
        }
    }

    private async Task<LinesWriter<T>> WriteAsync<T>(string blob, CancellationToken cancellationToken)
    {
        BlockBlobOpenWriteOptions options = new() { BufferSize = BufferBytes };
        return new(await container.GetBlockBlobClient(blob).OpenWriteAsync(overwrite: true, options, cancellationToken));
    }

    private async Task<bool> SaveAsync<T>(string blob, IEnumerable<T> values, CancellationToken cancellationToken)
    {
        await using var writer = await WriteAsync<T>(blob, cancellationToken);
        foreach (var value in values) await writer.WriteAsync(value);
        return await writer.CloseAsync();
    }

    /// <summary>One request, so that a blob which is written meanwhile is read as it was.</summary>
    private async IAsyncEnumerable<T> ReadAsync<T>(string blob, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (await FindAsync(blob, cancellationToken) is not { } stream) yield break;
        using StreamReader lines = new(stream, WithoutMark);
        while (await lines.ReadLineAsync(cancellationToken) is { } line)
            yield return JsonSerializer.Deserialize<T>(line, StoredJson.Options)!;
    }

    private async Task<Stream?> FindAsync(string blob, CancellationToken cancellationToken)
    {
        try
        {
            return (await container.GetBlobClient(blob).DownloadStreamingAsync(cancellationToken: cancellationToken)).Value.Content;
        }
        catch (RequestFailedException missing) when (missing.Status == 404)
        {
            return null;
        }
    }

    private static string FileOf(string import) => $"{import}/file";

    private static string OutletsOf(string import, string staging) => $"{import}/staged-{staging}/outlets.jsonl";

    private static string StagedOf(string import, string staging, char part) => $"{import}/staged-{staging}/rows-{part}.jsonl";

    private static string ResultsOf(string import, char part) => $"{import}/results-{part}.jsonl";
}

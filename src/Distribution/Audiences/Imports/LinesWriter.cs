using System.Text.Json;
using Azure;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Writes values as lines of JSON into a blob that nobody else may write meanwhile.</summary>
public sealed class LinesWriter<T>(Stream stream) : IAsyncDisposable
{
    private static readonly byte[] End = "\n"u8.ToArray();

    public async Task WriteAsync(T value)
    {
        await JsonSerializer.SerializeAsync(stream, value, StoredJson.Options, CancellationToken.None);
        await stream.WriteAsync(End, CancellationToken.None);
    }

    /// <summary>Makes the blob consist of these lines.</summary>
    /// <returns>False when somebody else has begun to write it since.</returns>
    public async Task<bool> CloseAsync()
    {
        try
        {
            await stream.DisposeAsync();
            return true;
        }
        catch (RequestFailedException failure) when (failure.Status == 412)
        {
            return false;
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();
}

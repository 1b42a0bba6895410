using System.Text.Json;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Writes values as lines of JSON.</summary>
public sealed class LinesWriter<T>(Stream stream) : IAsyncDisposable
{
    private static readonly byte[] End = "\n"u8.ToArray();

    public async Task WriteAsync(T value)
    {
        await JsonSerializer.SerializeAsync(stream, value, StoredJson.Options, CancellationToken.None);
        await stream.WriteAsync(End, CancellationToken.None);
    }

    public ValueTask DisposeAsync() => stream.DisposeAsync();
}

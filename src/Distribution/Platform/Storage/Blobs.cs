using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Storage;

/// <summary>The program's blob containers by name, with the configured prefix.</summary>
public sealed class Blobs(BlobServiceClient service, IOptions<StorageOptions> options)
{
    /// <summary>Uploaded files of contacts and the results of their rows.</summary>
    public const string Imports = "imports";

    /// <summary>Every container that <see cref="PrepareStorage"/> creates.</summary>
    public static IReadOnlyList<string> All { get; } = [Imports];

    public BlobContainerClient this[string name] => service.GetBlobContainerClient(options.Value.Prefix + name);
}

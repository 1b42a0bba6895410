using Azure.Storage.Blobs;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Storage;

/// <summary>The program's blob containers by name, with the configured prefix.</summary>
public sealed class Blobs(BlobServiceClient service, IOptions<StorageOptions> options)
{
    /// <summary>Uploaded files of contacts and the results of their rows.</summary>
    public const string Imports = "imports";

    /// <summary>Keys that protect what browsers carry between this program and a provider of accounts.</summary>
    public const string Keys = "keys";

    /// <summary>Every container that <see cref="PrepareStorage"/> creates.</summary>
    public static IReadOnlyList<string> All { get; } = [Imports, Keys];

    public BlobContainerClient this[string name] => service.GetBlobContainerClient(options.Value.Prefix + name);
}

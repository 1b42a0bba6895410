namespace Distribution.ContactFiles;

/// <summary>Finds out what a file is and how it is to be read.</summary>
internal sealed class ContactFileOpening(Stream stream, string? fileName, IReadOnlyDictionary<string, string>? mapping)
{
    public Task<ContactFileResult> RunAsync(CancellationToken cancellationToken) =>
        throw new NotSupportedException($"To come: {fileName}, {stream.Length}, {mapping?.Count}, {cancellationToken.CanBeCanceled}.");
}

using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

public abstract record UploadImportResult
{
    private UploadImportResult() { }

    public sealed record Uploaded(Stored<Import> Import) : UploadImportResult;

    /// <param name="Message">What the file is, and what to do.</param>
    public sealed record Unreadable(string Message) : UploadImportResult;
}

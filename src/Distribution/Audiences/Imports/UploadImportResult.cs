using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

public abstract record UploadImportResult
{
    private UploadImportResult() { }

    public sealed record Uploaded(Stored<Import> Import) : UploadImportResult;

    /// <param name="Message">The fault of the file, and its remedy.</param>
    public sealed record Unreadable(string Message) : UploadImportResult;
}

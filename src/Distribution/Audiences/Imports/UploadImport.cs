using System.Diagnostics;
using Distribution.Contacts.Files;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Keeps a file and looks at what it is.</summary>
public sealed class UploadImport(ImportStore imports, ImportFiles files, TimeProvider clock)
{
    public async Task<UploadImportResult> RunAsync(Stream content, string? fileName, string person, CancellationToken cancellationToken)
    {
        var id = NewId.Random();
        await files.SaveAsync(id, content, cancellationToken);
        var result = await LookAsync(id, fileName, person, cancellationToken);
        if (result is UploadImportResult.Unreadable) await files.DeleteAllAsync(id, CancellationToken.None);
        return result;
    }

    private async Task<UploadImportResult> LookAsync(string id, string? fileName, string person, CancellationToken cancellationToken)
    {
        await using var stream = await files.OpenAsync(id, cancellationToken);
        return await ContactFile.OpenAsync(stream, fileName, null, cancellationToken) switch
        {
            ContactFileResult.Opened { File: var file } => await AddAsync(id, fileName, stream.Length, file, person, cancellationToken),
            ContactFileResult.Unreadable { Message: var message } => new UploadImportResult.Unreadable(message),
            _ => throw new UnreachableException(),
        };
    }

    private async Task<UploadImportResult> AddAsync(
        string id, string? fileName, long bytes, ContactFile file, string person, CancellationToken cancellationToken)
    {
        Import import = new()
        {
            Id = id,
            FileName = fileName,
            Bytes = bytes,
            FileFormat = file.Format,
            Encoding = file.Encoding,
            Separator = file.Separator?.ToString(),
            HasHeader = file.HasHeader,
            Tool = file.Mapping.Tool,
            Columns = ImportColumn.Get(file.Mapping),
            CreatedBy = person,
            CreatedAt = clock.GetUtcNow(),
        };
        await imports.AddAsync(id, import, cancellationToken);
        return new UploadImportResult.Uploaded((await imports.FindAsync(id, cancellationToken))!);
    }
}

public abstract record UploadImportResult
{
    private UploadImportResult() { }

    public sealed record Uploaded(Stored<Import> Import) : UploadImportResult;

    /// <param name="Message">The fault of the file, and its remedy.</param>
    public sealed record Unreadable(string Message) : UploadImportResult;
}

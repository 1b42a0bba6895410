using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Files;
using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Imports;

/// <summary>Takes the settings of an import and has it found out what would become of each row. Nothing is written to contacts.</summary>
public sealed class CheckImport(ImportFiles files, MediaListStore lists, SaveImport saveImport, TimeProvider clock)
{
    public async Task<ChangeImportResult> RunAsync(Stored<Import> read, ImportSettings settings, CancellationToken cancellationToken)
    {
        if (read.Value.State is ImportState.Running or ImportState.Finished) return new ChangeImportResult.WrongState(read.Value.State);
        FieldErrors errors = new();
        var known = await lists.AllAsync(cancellationToken)
            .ToDictionaryAsync(list => list.Value.Id, list => list.Value, cancellationToken: cancellationToken);
        var kept = ImportSettingsRules.Check(settings, known, clock.GetUtcNow(), errors);
        var columns = await ColumnsAsync(read.Value, kept, errors, cancellationToken);
        if (errors.Any) return new ChangeImportResult.Invalid(errors);
        var checking = read.Value with
        {
            State = ImportState.Checking,
            Settings = kept with { SourceDate = settings.SourceDate?.ToUniversalTime() ?? read.Value.CreatedAt },
            Columns = columns,
            Rows = null,
            PartsDone = 0,
            Counts = new(),
            Undecided = [],
            StatedLists = [],
        };
        return await saveImport.RunAsync(read, checking, cancellationToken);
    }

    private async Task<IReadOnlyList<ImportColumn>> ColumnsAsync(
        Import import, ImportSettings settings, FieldErrors errors, CancellationToken cancellationToken)
    {
        await using var stream = await files.OpenAsync(import.Id, cancellationToken);
        switch (await ContactFile.OpenAsync(stream, import.FileName, settings.Mapping, cancellationToken))
        {
            case ContactFileResult.Opened { File: var file }:
                return ImportColumn.Get(file.Mapping);
            case ContactFileResult.Mismapped mismapped:
                foreach (var (field, messages) in mismapped.Errors.ToDictionary())
                    Array.ForEach(messages, message => errors.Add(field, message));
                return import.Columns;
            default:
                throw new InvalidOperationException($"Import {import.Id} could be read when it was uploaded, and now it cannot.");
        }
    }
}

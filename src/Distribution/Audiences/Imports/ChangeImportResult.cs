using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Imports;

public abstract record ChangeImportResult
{
    private ChangeImportResult() { }

    public sealed record Begun(Stored<Import> Import) : ChangeImportResult;

    /// <summary>The import is no longer the one that was read.</summary>
    public sealed record Changed : ChangeImportResult;

    public sealed record WrongState(ImportState State) : ChangeImportResult;

    /// <summary>It is not said yet what some values mean.</summary>
    public sealed record Undecided(IReadOnlyList<UndecidedValue> Values) : ChangeImportResult;

    public sealed record Invalid(FieldErrors Errors) : ChangeImportResult;
}

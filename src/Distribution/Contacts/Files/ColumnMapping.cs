using Distribution.Contacts.Files.Mapping;
using Distribution.Platform.Validation;

namespace Distribution.Contacts.Files;

/// <summary>The fields that the columns of a file hold, in their order.</summary>
public sealed record ColumnMapping
{
    public required IReadOnlyList<MappedColumn> Columns { get; init; }

    /// <summary>The program that wrote the file, if its columns give it away.</summary>
    public ContactTool? Tool { get; init; }

    /// <summary>The columns that are not taken.</summary>
    public IEnumerable<string> Unmapped => Columns.Where(column => column.Target is null).Select(column => column.Column);

    /// <summary>Whether some column gives addresses.</summary>
    public bool HasAddress =>
        Columns.Any(column => column.Target?.Field is ContactField.Address or ContactField.OtherAddresses or ContactField.Attributes);

    /// <summary>The most likely fields of the columns, from their names and, where these are unknown, from the first rows.</summary>
    public static ColumnMapping Guess(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> firstRows) =>
        MappingGuess.Get(headers, firstRows);

    /// <summary>The mapping with some columns set right by a person.</summary>
    /// <param name="corrections">Column to field, such as <c>phones:mobile</c>; an empty one leaves the column out.</param>
    /// <param name="errors">Takes columns and fields that there are not.</param>
    public ColumnMapping Correct(IReadOnlyDictionary<string, string> corrections, FieldErrors errors)
    {
        foreach (var (column, field) in corrections)
        {
            errors.Require(Columns.Any(known => known.Column == column), $"mapping.{column}", "is not a column of the file.");
            var isField = field.Length == 0 || ColumnTarget.Parse(field) is not null;
            errors.Require(isField, $"mapping.{column}", $"is one of {string.Join(", ", ColumnTarget.FieldNames)}, or empty.");
        }

        return this with { Columns = [.. Columns.Select(column => Corrected(column, corrections))] };
    }

    private static MappedColumn Corrected(MappedColumn column, IReadOnlyDictionary<string, string> corrections) =>
        corrections.TryGetValue(column.Column, out var field) ? column with { Target = ColumnTarget.Parse(field) } : column;
}

/// <summary>A column of a file.</summary>
/// <param name="Column">Its name; <c>column 1</c> where the file has none, and <c>Email (2)</c> for the second of the name.</param>
/// <param name="Target">Where its cells go; null when they are not taken.</param>
public sealed record MappedColumn(string Column, ColumnTarget? Target);

using System.Text.Json.Serialization;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>A file of contacts that somebody has uploaded, and what becomes of it.</summary>
public sealed record Import
{
    public required string Id { get; init; }

    public string? FileName { get; init; }

    public required long Bytes { get; init; }

    /// <summary>CSV, TSV or vCards.</summary>
    public required ContactFileFormat FileFormat { get; init; }

    /// <summary>The file's encoding, such as <c>utf-8</c>.</summary>
    public required string Encoding { get; init; }

    /// <summary>The separator of cells.</summary>
    public string? Separator { get; init; }

    /// <summary>Whether the first row names the columns.</summary>
    public bool HasHeader { get; init; }

    /// <summary>The program that wrote the file, if its columns give it away.</summary>
    public ContactTool? Tool { get; init; }

    /// <summary>The columns and what they are taken for.</summary>
    public required IReadOnlyList<ImportColumn> Columns { get; init; }

    public ImportState State { get; init; }

    public ImportSettings? Settings { get; init; }

    /// <summary>How many rows the file has, once it has been read.</summary>
    public int? Rows { get; init; }

    /// <summary>The run whose reading of the file counts.</summary>
    [JsonIgnore]
    public string? Staging { get; init; }

    /// <summary>Values about mails that are not understood. The import does not run before its settings say what they mean.</summary>
    public IReadOnlyList<UndecidedValue> Undecided { get; init; } = [];

    /// <summary>Ids of the media lists of which the file says who is on them, as our own exports do: nobody else is put on them.</summary>
    public IReadOnlyList<string> StatedLists { get; init; } = [];

    /// <summary>How far the check or the import is, 0 to 100.</summary>
    public int Percent => State is ImportState.Checked or ImportState.Finished ? 100 : 100 * PartsDone / ImportParts.All.Length;

    /// <summary>How many parts of the rows are done.</summary>
    public int PartsDone { get; init; }

    /// <summary>Rows by result, or expected result; subscriptions beside them.</summary>
    public ImportCounts Counts { get; init; } = new();

    /// <summary>Rows with a problem by its reason: the field it is about, or why the row is left out.</summary>
    public IReadOnlyDictionary<string, int> Reasons { get; init; } = new Dictionary<string, int>();

    /// <summary>Id of the user who uploaded it.</summary>
    public required string CreatedBy { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Id of the user who started the import of its rows.</summary>
    public string? StartedBy { get; init; }

    /// <summary>Id of the API key that acted for them, if it was one.</summary>
    public string? StartedKey { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }
}

/// <summary>A column of a file and the field that it is taken for.</summary>
/// <param name="Column">Its name.</param>
/// <param name="Field">Such as <c>givenName</c> or <c>phones:mobile</c>; null when it is not taken.</param>
public sealed record ImportColumn(string Column, string? Field)
{
    public static IReadOnlyList<ImportColumn> Get(ColumnMapping mapping) =>
        [.. mapping.Columns.Select(column => new ImportColumn(column.Column, column.Target?.ToString()))];
}

using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>The result of one row of a file.</summary>
public sealed record ImportRowResult
{
    /// <summary>Number of the row, as a spreadsheet program counts.</summary>
    public required int Row { get; init; }

    public required RowOutcome Outcome { get; init; }

    /// <summary>Id of the contact.</summary>
    public string? Contact { get; init; }

    /// <summary>The lists that the row puts the contact on.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Why the row's address is suppressed, because the file says so.</summary>
    public SuppressionReason? Suppressed { get; init; }

    /// <summary>The lists that the file says the contact has left.</summary>
    public IReadOnlyList<string> Ended { get; init; } = [];

    /// <summary>Words of the row that mean none of the organisation's topics; they are kept as they are.</summary>
    public IReadOnlyList<string> UnknownTopics { get; init; } = [];

    /// <summary>Values that could not be taken as they stand, and their replacements.</summary>
    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
}

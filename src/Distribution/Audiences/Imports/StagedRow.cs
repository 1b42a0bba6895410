using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>A row after its validation, before its contact is looked up.</summary>
public sealed record StagedRow
{
    public required int Row { get; init; }

    /// <summary>HMAC of the address.</summary>
    public string? Hash { get; init; }

    /// <summary>The contact of the row, without an id; null when the row is left out.</summary>
    public Contact? Contact { get; init; }

    /// <summary>The most restrictive state of the address; null where none restricts mails.</summary>
    public RowStatus? Status { get; init; }

    /// <summary>States that are not understood.</summary>
    public IReadOnlyList<RowStatus> Undecided { get; init; } = [];

    /// <summary>The media lists that the row names.</summary>
    public IReadOnlyList<RowSubscription> Subscriptions { get; init; } = [];

    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
}

using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;

namespace Distribution.Audiences.Imports;

/// <summary>A row that has been held against the rules, before anybody has looked whether its contact is known.</summary>
public sealed record StagedRow
{
    public required int Row { get; init; }

    /// <summary>HMAC of the address.</summary>
    public string? Hash { get; init; }

    /// <summary>The contact of the row, without an id; null when the row is left out.</summary>
    public Contact? Contact { get; init; }

    /// <summary>What the row says against mails to its address.</summary>
    public RowStatus? Status { get; init; }

    /// <summary>What it says of mails and is not understood.</summary>
    public IReadOnlyList<RowStatus> Undecided { get; init; } = [];

    /// <summary>The media lists that the row names.</summary>
    public IReadOnlyList<RowSubscription> Subscriptions { get; init; } = [];

    public IReadOnlyList<RowProblem> Problems { get; init; } = [];
}

using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;

namespace Distribution.Dispatches.Deliveries;

/// <summary>A mail of a dispatch to one contact, and what became of it.</summary>
public sealed record Delivery
{
    /// <summary>Id of the dispatch.</summary>
    public required string Dispatch { get; init; }

    public required DispatchKind Kind { get; init; }

    /// <summary>The state of the dispatch.</summary>
    public required DispatchState State { get; init; }

    /// <summary>When the dispatch began.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The release that the mail brings; several in a digest.</summary>
    public required IReadOnlyList<DeliveredRelease> Releases { get; init; }

    /// <summary>The contact's line of the distribution record.</summary>
    public required RecordEntry Recipient { get; init; }

    /// <summary>When a mail that was not taken is tried again.</summary>
    public DateTimeOffset? RetryAt { get; init; }

    /// <summary>The outcome in a sentence or two.</summary>
    public required string Text { get; init; }
}

/// <param name="Id">Id of the release.</param>
/// <param name="Headline">In the language of the mail; null when the release was deleted.</param>
public sealed record DeliveredRelease(string Id, string? Headline);

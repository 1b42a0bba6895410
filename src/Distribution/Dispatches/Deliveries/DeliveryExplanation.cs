using Distribution.Audiences.Selection;

namespace Distribution.Dispatches.Deliveries;

/// <summary>Why somebody got a dispatch, or did not.</summary>
public sealed record DeliveryExplanation
{
    /// <summary>Id of the dispatch.</summary>
    public required string Dispatch { get; init; }

    /// <summary>Id of the contact.</summary>
    public required string Contact { get; init; }

    /// <summary>Whether they are one of its recipients; what became of the mail is in <see cref="Delivery"/> then.</summary>
    public required bool IsRecipient { get; init; }

    /// <summary>Their mail of this dispatch, or else of another one that brought them the release.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>Why they are not a recipient, in one word that never changes.</summary>
    public string? Reason { get; init; }

    /// <summary>How certain that is.</summary>
    public required ExplanationBasis Basis { get; init; }

    /// <summary>All of it in words for the people of a press office.</summary>
    public required string Text { get; init; }

    /// <summary>The rows that the reason depends on and that have been written since the dispatch began.</summary>
    public IReadOnlyList<DataChange> Changes { get; init; } = [];

    /// <summary>Planning's decision with today's data, at the time of the dispatch.</summary>
    public AudienceExplanation? Decision { get; init; }
}

/// <summary>Something that has been written since.</summary>
/// <param name="Kind">The kind of row.</param>
/// <param name="Id">Its id.</param>
/// <param name="At">When it was last written.</param>
public sealed record DataChange(DataKind Kind, string Id, DateTimeOffset At);

public enum DataKind
{
    /// <summary>The contact's subscription to a list, with what it copies from the contact; the id is the list's.</summary>
    Subscription,

    /// <summary>The suppression of their address, which may be younger than its date says: imports bring earlier dates.</summary>
    Suppression,

    /// <summary>The outlet that the contact works for.</summary>
    Outlet,

    /// <summary>A topic of the vocabulary.</summary>
    Topic,
}

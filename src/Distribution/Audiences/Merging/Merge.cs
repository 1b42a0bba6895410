using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Merging;

/// <summary>One contact made of two, and what it takes to undo that. It is written first and says what is still to be done after a crash.</summary>
public sealed record Merge
{
    /// <summary><c>{kept}-{ticks left}{random}</c>, so that those of one contact stand together, newest first.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the contact that stays.</summary>
    public required string Kept { get; init; }

    /// <summary>Id of the contact that becomes an alias of it.</summary>
    public required string Other { get; init; }

    public MergeState State { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the person who merged them.</summary>
    public required string By { get; init; }

    /// <summary>Id of the API key that acted for them, if it was one.</summary>
    public string? Key { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public string? UndoneBy { get; init; }

    public string? UndoneKey { get; init; }

    /// <summary>The contact that stays, before.</summary>
    public Contact? KeptBefore { get; init; }

    /// <summary>The same as the merge wrote it, to see what was changed since.</summary>
    public Contact? KeptAfter { get; init; }

    /// <summary>The other contact, before.</summary>
    public Contact? OtherBefore { get; init; }

    /// <summary>The lists that the other contact had to do with.</summary>
    public IReadOnlyList<MergedSubscription> Subscriptions { get; init; } = [];

    /// <summary>Whether the personal data has been deleted. Then nothing can be undone.</summary>
    public bool IsForgotten { get; init; }

    /// <summary>Without the personal data.</summary>
    public Merge Forget() => this with { KeptBefore = null, KeptAfter = null, OtherBefore = null, Subscriptions = [], IsForgotten = true };
}

/// <summary>The result of merging two contacts' subscriptions to one list.</summary>
/// <param name="List">Id of the media list.</param>
/// <param name="Kept">The word of the contact that stays, before; null when it had none.</param>
/// <param name="Other">The word of the other, before.</param>
/// <param name="After">The word that counts.</param>
public sealed record MergedSubscription(string List, SubscriptionSnapshot? Kept, SubscriptionSnapshot Other, SubscriptionSnapshot After);

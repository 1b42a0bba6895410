using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Subscriptions;

/// <summary>A contact on a media list, with what planning needs to know of the contact copied in.</summary>
public sealed record Subscription
{
    public required string List { get; init; }

    public required string Contact { get; init; }

    public required SubscriptionState State { get; init; }

    /// <summary>Why it ended.</summary>
    public string? EndedReason { get; init; }

    public required Consent Consent { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string Address { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Id of the outlet they work for.</summary>
    public string? Outlet { get; init; }

    /// <summary>Whether the contact is kept for the record only and gets nothing.</summary>
    public bool IsArchived { get; init; }

    /// <summary>The notice in their first mail; null when they have had it.</summary>
    public FirstNotice? Notice { get; init; }

    /// <summary>Whether they also want translations that come after they got a release in another of their languages.</summary>
    public bool LaterTranslations { get; init; }

    /// <summary>Topics that they do not cover.</summary>
    public IReadOnlyList<string> NotTopics { get; init; } = [];

    /// <summary>They get nothing before this instant.</summary>
    public DateTimeOffset? PausedUntil { get; init; }

    public Frequency Frequency { get; init; }

    /// <summary>Whether the list's rule put the contact on it and may take them off again.</summary>
    public bool IsByRule { get; init; }
}

public enum SubscriptionState
{
    /// <summary>Waits for the journalist's own confirmation.</summary>
    Pending,

    /// <summary>Gets the list's releases.</summary>
    Confirmed,

    /// <summary>Unsubscribed or ended; only their own new confirmation brings them back.</summary>
    Ended,
}

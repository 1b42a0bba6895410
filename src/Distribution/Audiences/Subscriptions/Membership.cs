using Distribution.Contacts.Contacts;

namespace Distribution.Audiences.Subscriptions;

/// <summary>Of a subscription, what planning needs to know: only these columns are read.</summary>
public sealed record Membership
{
    public required string List { get; init; }

    public required string Contact { get; init; }

    public required SubscriptionState State { get; init; }

    public required string Address { get; init; }

    public required string Name { get; init; }

    public required IReadOnlyList<string> Languages { get; init; }

    public IReadOnlyList<string> Countries { get; init; } = [];

    public IReadOnlyList<string> Topics { get; init; } = [];

    /// <summary>Id of the outlet they work for.</summary>
    public string? Outlet { get; init; }

    public bool IsArchived { get; init; }

    /// <summary>The notice in their first mail; null when they have had it.</summary>
    public FirstNotice? Notice { get; init; }

    /// <summary>Whether they also want translations that come after they got a release in another of their languages.</summary>
    public bool LaterTranslations { get; init; }

    /// <summary>Topics that they do not cover.</summary>
    public IReadOnlyList<string> NotTopics { get; init; } = [];

    public DateTimeOffset? PausedUntil { get; init; }

    public Frequency Frequency { get; init; }

    public DateTimeOffset ChangedAt { get; init; }

    public static Membership From(Subscription subscription) => new()
    {
        List = subscription.List,
        Contact = subscription.Contact,
        State = subscription.State,
        Address = subscription.Address,
        Name = subscription.Name,
        Languages = subscription.Languages,
        Countries = subscription.Countries,
        Topics = subscription.Topics,
        Outlet = subscription.Outlet,
        IsArchived = subscription.IsArchived,
        Notice = subscription.Notice,
        LaterTranslations = subscription.LaterTranslations,
        NotTopics = subscription.NotTopics,
        PausedUntil = subscription.PausedUntil,
        Frequency = subscription.Frequency,
        ChangedAt = subscription.ChangedAt,
    };
}

namespace Distribution.Audiences.Subscriptions;

/// <summary>A subscription of a contact to a list as given by a user, not yet validated.</summary>
public sealed record SubscriptionInput
{
    /// <summary>Id of the media list.</summary>
    public required string List { get; init; }

    /// <summary>On what ground the contact is mailed, such as <c>asked by telephone</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>The evidence: the person informed, and the wording.</summary>
    public required string Evidence { get; init; }

    /// <summary>Since when; now when left out.</summary>
    public DateTimeOffset? At { get; init; }
}

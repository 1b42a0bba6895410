namespace Distribution.Audiences.Subscriptions;

/// <summary>What one of the organisation's people says about a contact's wish to get a list, before it is looked at.</summary>
public sealed record SubscriptionInput
{
    /// <summary>Id of the media list.</summary>
    public required string List { get; init; }

    /// <summary>On what ground the contact is mailed, such as <c>asked by telephone</c>.</summary>
    public required string Basis { get; init; }

    /// <summary>What shows it: who was told, in which words.</summary>
    public required string Evidence { get; init; }

    /// <summary>Since when; now when left out.</summary>
    public DateTimeOffset? At { get; init; }
}

namespace Distribution.Audiences.Subscriptions;

/// <summary>The change that a list's rule makes to a contact's subscription.</summary>
public abstract record RuleChange
{
    private RuleChange() { }

    /// <summary>The contact is put on the list.</summary>
    public sealed record Enter(Subscription Subscription) : RuleChange;

    /// <summary>The contact stays on the list, for another reason than before.</summary>
    public sealed record Renew(Subscription Subscription) : RuleChange;

    /// <summary>The row is deleted. The contact has not unsubscribed, and is added again when they match again.</summary>
    public sealed record Remove : RuleChange;
}

namespace Distribution.Audiences.Subscriptions;

/// <summary>What a list's rule makes of a contact's subscription to it.</summary>
public abstract record RuleChange
{
    private RuleChange() { }

    /// <summary>The contact is put on the list.</summary>
    public sealed record Enter(Subscription Subscription) : RuleChange;

    /// <summary>The contact stays on the list, for another reason than before.</summary>
    public sealed record Renew(Subscription Subscription) : RuleChange;

    /// <summary>The row goes; nobody has left, and whoever comes to match again is put on again.</summary>
    public sealed record Remove : RuleChange;
}

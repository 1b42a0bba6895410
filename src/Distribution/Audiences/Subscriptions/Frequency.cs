namespace Distribution.Audiences.Subscriptions;

/// <summary>How often somebody is mailed what a list brings.</summary>
public enum Frequency
{
    /// <summary>Each release when it is sent.</summary>
    Immediate,

    /// <summary>The releases since yesterday, in one mail.</summary>
    Daily,
}

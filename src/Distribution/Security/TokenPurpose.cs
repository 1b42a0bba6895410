namespace Distribution.Security;

/// <summary>What a link that works once lets its holder do.</summary>
public enum TokenPurpose
{
    /// <summary>Confirm a subscription.</summary>
    Confirm,

    /// <summary>Open the desk.</summary>
    Desk,

    /// <summary>Confirm a new address.</summary>
    MoveAddress,
}

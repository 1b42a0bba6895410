namespace Distribution.Platform.Security;

/// <summary>What a link that works once lets its holder do.</summary>
public enum TokenPurpose
{
    /// <summary>Confirm a subscription.</summary>
    Confirm,

    /// <summary>Open the desk.</summary>
    Preferences,

    /// <summary>Keep the desk open, once it was opened: it stands in a cookie and in no link.</summary>
    PreferencesSession,

    /// <summary>Confirm a new address.</summary>
    ChangeAddress,
}

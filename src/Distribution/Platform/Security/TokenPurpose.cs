namespace Distribution.Platform.Security;

/// <summary>The purpose of a link that works once.</summary>
public enum TokenPurpose
{
    /// <summary>Confirm a subscription.</summary>
    Confirm,

    /// <summary>Open the preferences.</summary>
    Preferences,

    /// <summary>Keep the preferences open: this secret stands in a cookie and in no link.</summary>
    PreferencesSession,

    /// <summary>Confirm a new address.</summary>
    ChangeAddress,
}

namespace Distribution.Dispatches.Steering;

/// <summary>The cause on our side that stopped a dispatch, as far as its reason says.</summary>
public enum StopCause
{
    /// <summary>Something else that the mail server said.</summary>
    Other,

    /// <summary>No mail server is set.</summary>
    NoServer,

    /// <summary>The mail server refuses the login.</summary>
    Login,

    /// <summary>There is no encryption with the mail server.</summary>
    Encryption,

    /// <summary>The mail server does not take mails from our sender address.</summary>
    Sender,
}

/// <summary>Reads the cause from the reason that a dispatch keeps; pure.</summary>
public static class StopCauses
{
    public static StopCause Get(string reason) => reason switch
    {
        _ when reason.Contains("Mail:Host", StringComparison.Ordinal) => StopCause.NoServer,
        _ when reason.StartsWith("login failed", StringComparison.Ordinal)
            || reason.StartsWith("no token for the login", StringComparison.Ordinal)
            || reason.StartsWith("530", StringComparison.Ordinal) || reason.StartsWith("534", StringComparison.Ordinal)
            || reason.StartsWith("535", StringComparison.Ordinal) => StopCause.Login,
        _ when reason.StartsWith("no encryption", StringComparison.Ordinal) => StopCause.Encryption,
        _ when reason.Contains("sender", StringComparison.OrdinalIgnoreCase) => StopCause.Sender,
        _ => StopCause.Other,
    };
}

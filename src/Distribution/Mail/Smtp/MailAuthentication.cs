namespace Distribution.Mail.Smtp;

/// <summary>How the program logs in to a mail server.</summary>
public enum MailAuthentication
{
    None,

    /// <summary>User and password, by PLAIN or else LOGIN.</summary>
    Login,

    /// <summary>A token of Microsoft Entra ID for the user.</summary>
    XOAuth2,
}

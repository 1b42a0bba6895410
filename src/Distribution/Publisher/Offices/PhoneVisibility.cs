namespace Distribution.Publisher.Offices;

/// <summary>Where a number may be printed.</summary>
public enum PhoneVisibility
{
    /// <summary>In mails to the media, and never on a public page.</summary>
    MailOnly,

    /// <summary>In mails and in the newsroom.</summary>
    Web,
}

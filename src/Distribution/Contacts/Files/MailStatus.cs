namespace Distribution.Contacts.Files;

/// <summary>The state of an address in a file, from the least to the most restrictive.</summary>
public enum MailStatus
{
    /// <summary>Says nothing; an operator's answer only.</summary>
    Ignored,

    /// <summary>Wants mails.</summary>
    Subscribed,

    /// <summary>Has never said yes.</summary>
    Unconfirmed,

    /// <summary>Has unsubscribed from the list that the file is of.</summary>
    Unsubscribed,

    /// <summary>Kept from mails by a user of the organisation.</summary>
    Excluded,

    /// <summary>Refused for good by the mail system.</summary>
    Bounced,

    /// <summary>Wants no mail at all.</summary>
    Blocked,

    /// <summary>Reported a mail as spam.</summary>
    Complained,
}

namespace Distribution.Publisher.Offices;

/// <summary>A telephone number of a press officer, with who may see it.</summary>
public sealed record PressOfficerPhone
{
    /// <summary>E.164.</summary>
    public required string Number { get; init; }

    /// <summary>The kind of line; a number for out of hours is given outside the duty hours only.</summary>
    public PressOfficerPhoneKind? Kind { get; init; }

    /// <summary>In mails only, or on the web too; in mails only where nothing is said.</summary>
    public PhoneVisibility Visibility { get; init; }
}

/// <summary>Where a number may be printed.</summary>
public enum PhoneVisibility
{
    /// <summary>In mails to the media, and never on a public page.</summary>
    MailOnly,

    /// <summary>In mails and in the newsroom.</summary>
    Web,
}

public enum PressOfficerPhoneKind
{
    Desk,

    Mobile,

    /// <summary>To be called outside the officer's duty hours, and only then.</summary>
    OutOfHours,
}

namespace Distribution.Publisher.Offices;

public enum PressOfficerPhoneKind
{
    Desk,

    Mobile,

    /// <summary>To be called outside the officer's duty hours, and only then.</summary>
    OutOfHours,
}

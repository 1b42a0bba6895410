namespace Distribution.Contacts.Files;

/// <summary>The fields that a column can hold.</summary>
public enum ContactField
{
    Address,
    OtherAddresses,
    Name,
    GivenName,
    FamilyName,
    Phones,

    /// <summary>The kind of the number in the next column of phones.</summary>
    PhoneKinds,
    Handles,
    Outlet,
    Role,
    OutletType,
    Topics,
    Countries,
    Languages,
    TimeZone,
    Notes,
    Tags,
    Source,

    /// <summary>
    /// The state of the address in exports of other tools and our own: a word for it, or a yes or no to one state.
    /// </summary>
    MailStatus,

    /// <summary>The media lists of our own exports, each with the state of the subscription.</summary>
    Subscriptions,

    /// <summary>A JSON object whose names are looked up like columns.</summary>
    Attributes,
}

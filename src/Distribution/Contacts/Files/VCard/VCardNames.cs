namespace Distribution.Contacts.Files.VCard;

/// <summary>Names of properties that are both read and written.</summary>
internal static class VCardNames
{
    public const string FullName = "FN";
    public const string Name = "N";
    public const string Email = "EMAIL";
    public const string Phone = "TEL";
    public const string Organization = "ORG";
    public const string Title = "TITLE";
    public const string Role = "ROLE";
    public const string TimeZone = "TZ";
    public const string Note = "NOTE";
    public const string Categories = "CATEGORIES";
    public const string Place = "ADR";
    public const string Url = "URL";
    public const string Messenger = "IMPP";

    /// <summary>RFC 6350, section 6.4.4; version 3.0 has none.</summary>
    public const string Language = "LANG";
    public const string OldLanguage = "X-LANG";

    /// <summary>RFC 6715, section 2.1.</summary>
    public const string Expertise = "EXPERTISE";
    public const string OldExpertise = "X-EXPERTISE";

    /// <summary>RFC 9554, section 3.5.</summary>
    public const string Profile = "SOCIALPROFILE";
    public const string OldProfile = "X-SOCIALPROFILE";

    public const string Source = "X-DISTRIBUTION-SOURCE";
    public const string MailStatus = "X-DISTRIBUTION-MAIL-STATUS";
    public const string Subscription = "X-DISTRIBUTION-SUBSCRIPTION";
    public const string OutletType = "X-DISTRIBUTION-OUTLET-TYPE";

    /// <summary>The word of vCards for a mobile phone.</summary>
    public const string Cell = "cell";
    public const string Mobile = "mobile";
}

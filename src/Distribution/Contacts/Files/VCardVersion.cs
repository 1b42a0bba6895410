namespace Distribution.Contacts.Files;

public enum VCardVersion
{
    /// <summary>RFC 2426.</summary>
    Three,

    /// <summary>RFC 6350.</summary>
    Four,
}

namespace Distribution.Contacts.Contacts;

/// <summary>Row of <c>Addresses</c>: whose address this is. The key is the address's HMAC.</summary>
public sealed record ContactAddress
{
    public required string Contact { get; init; }

    /// <summary>Whether it was the first address of a contact, whose id is the key, that was merged into this one.</summary>
    public bool IsAlias { get; init; }
}

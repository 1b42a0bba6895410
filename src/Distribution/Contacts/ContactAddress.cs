namespace Distribution.Contacts;

/// <summary>Row of <c>Addresses</c>: whose address this is. The key is the address's HMAC.</summary>
public sealed record ContactAddress
{
    public required string Contact { get; init; }
}

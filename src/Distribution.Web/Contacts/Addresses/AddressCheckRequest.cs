namespace Distribution.Web.Contacts.Addresses;

/// <summary>Texts to look at as mail addresses. They come in a body, since addresses of requests are logged.</summary>
internal sealed record AddressCheckRequest
{
    /// <summary>1 to 1,000 of them.</summary>
    public required IReadOnlyList<string?> Addresses { get; init; }
}

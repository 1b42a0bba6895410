namespace Distribution.Web.Audiences.Suppressions;

/// <summary>An address that is looked for. It comes in a body, since addresses of requests are logged.</summary>
internal sealed record SuppressedAddress
{
    public required string Address { get; init; }
}

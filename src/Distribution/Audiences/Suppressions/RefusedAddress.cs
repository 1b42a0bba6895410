namespace Distribution.Audiences.Suppressions;

/// <summary>An address that was refused as one that does not exist, since anything was accepted there. Only its HMAC is kept.</summary>
public sealed record RefusedAddress
{
    /// <summary>HMAC of the normalised address, hexadecimal.</summary>
    public required string Id { get; init; }

    public required HardRefusal First { get; init; }

    /// <summary>The same as the first while there was only one.</summary>
    public required HardRefusal Last { get; init; }
}

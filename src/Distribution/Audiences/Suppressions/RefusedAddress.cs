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

/// <summary>A permanent refusal of an address itself in one dispatch.</summary>
/// <param name="Dispatch">Id of the dispatch.</param>
/// <param name="At">When.</param>
/// <param name="Code">SMTP reply code (RFC 5321, section 4.2).</param>
/// <param name="Enhanced">Enhanced status code (RFC 3463).</param>
/// <param name="Words">The server's own words without the address.</param>
public sealed record HardRefusal(string Dispatch, DateTimeOffset At, int Code, string Enhanced, string Words);

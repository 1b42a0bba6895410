namespace Distribution.Audiences.Suppressions;

/// <summary>A permanent refusal of an address itself in one dispatch.</summary>
/// <param name="Dispatch">Id of the dispatch.</param>
/// <param name="At">When.</param>
/// <param name="Code">SMTP reply code (RFC 5321, section 4.2).</param>
/// <param name="Enhanced">Enhanced status code (RFC 3463).</param>
/// <param name="Words">The server's own words without the address.</param>
public sealed record HardRefusal(string Dispatch, DateTimeOffset At, int Code, string Enhanced, string Words);

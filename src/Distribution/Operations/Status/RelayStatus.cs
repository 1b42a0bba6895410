namespace Distribution.Operations.Status;

/// <summary>Whether mail can go.</summary>
/// <param name="Recipients">The recipients of mail: <c>nobody</c>, <c>rehearsal</c> or <c>everybody</c>.</param>
/// <param name="Ready">Whether the relay took a connection and the login just now.</param>
/// <param name="Failure">Why it did not.</param>
public sealed record RelayStatus(string Recipients, bool Ready, string? Failure);

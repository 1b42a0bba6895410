namespace Distribution.Operations.Status;

/// <summary>Whether mail can go.</summary>
/// <param name="Recipients">The recipients of mail: <c>nobody</c>, <c>rehearsal</c> or <c>everybody</c>.</param>
/// <param name="Ready">Whether the relay took a connection and the login just now.</param>
/// <param name="Failure">Why it did not.</param>
/// <param name="RestUntil">Until when no mail goes because the relay asked us to slow down; null when none rests.</param>
/// <param name="RestReason">The relay's words that asked for it, without addresses.</param>
public sealed record RelayStatus(string Recipients, bool Ready, string? Failure, DateTimeOffset? RestUntil, string? RestReason);

namespace Distribution.Audiences.Subscriptions;

/// <summary>On what ground someone is mailed: who says so, in which words, and since when.</summary>
public sealed record Consent(string Basis, string Evidence, DateTimeOffset At);

using Distribution.Audiences.Suppressions;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Dispatches.Refusals;

/// <summary>When refusals suppress an address; pure.</summary>
public static class HardRefusalRule
{
    /// <summary>A mail system that forgets its users for an hour must not cost them their subscriptions.</summary>
    private static readonly TimeSpan Apart = TimeSpan.FromHours(24);

    /// <summary>
    /// Whether the address itself is refused for good: no such mailbox, no such host, or moved without a new address (RFC 3463, section 3.2).
    /// A bare 550 may mean anything, and 5.7.x is about us or the mail, not about the address.
    /// </summary>
    public static bool IsOfAddress(Outcome outcome) =>
        outcome is { State: OutcomeState.Refused, Code: >= 500 and < 600, Enhanced: "5.1.1" or "5.1.2" or "5.1.6" };

    /// <summary>The record of an address after a refusal; in whatever order refusals come, the earliest and the latest are kept.</summary>
    public static RefusedAddress After(RefusedAddress? known, string id, HardRefusal refusal) => new()
    {
        Id = id,
        First = known is null || refusal.At < known.First.At ? refusal : known.First,
        Last = known is null || refusal.At > known.Last.At ? refusal : known.Last,
    };

    /// <summary>Two dispatches at least a day apart were refused.</summary>
    public static bool Suppresses(RefusedAddress address) =>
        address.First.Dispatch != address.Last.Dispatch && address.Last.At - address.First.At >= Apart;

    /// <summary>Something was accepted between the two: only the last refusal counts.</summary>
    public static RefusedAddress Restart(RefusedAddress address) => address with { First = address.Last };

    /// <summary>The evidence that the address does not exist, in words.</summary>
    public static string Evidence(RefusedAddress address) => $"Refused for good in two dispatches: {Text(address.First)}; {Text(address.Last)}.";

    private static string Text(HardRefusal refusal) =>
        $"{refusal.Dispatch} at {LedgerTime.Write(refusal.At)} ({refusal.Code} {refusal.Enhanced} {refusal.Words}".TrimEnd() + ")";
}

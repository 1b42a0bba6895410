using System.Diagnostics;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.SendRates;

namespace Distribution.Dispatches.Sending;

/// <summary>How urgent a dispatch is under a limit; pure.</summary>
public static class UrgencyRule
{
    public static Urgency Get(DispatchKind kind) => kind switch
    {
        DispatchKind.Release or DispatchKind.Rehearsal or DispatchKind.Translation => Urgency.Release,
        DispatchKind.Digest => Urgency.Digest,
        _ => throw new UnreachableException($"Nobody has said how urgent {kind} is."),
    };
}

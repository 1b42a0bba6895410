using Distribution.Platform.Audit;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

/// <summary>Lifts what keeps an address from being mailed, because its owner has asked for mails by a link that only the address was sent.</summary>
public sealed class LiftByOwner(SuppressionStore suppressions, LiftSuppression liftSuppression, AuditStore audit)
{
    /// <param name="address">HMAC of the address.</param>
    public async Task RunAsync(string address, CancellationToken cancellationToken)
    {
        if (await suppressions.FindAsync(address, cancellationToken) is not { } suppression) return;
        // Of several at once, one lifts it, and that one says so.
        if (await liftSuppression.RunAsync(suppression, cancellationToken) is not WriteResult.Done) return;
        await audit.AddAsync(
            "suppressions.lifted", new(address, null), $"suppression:{address}",
            new Dictionary<string, string> { ["reason"] = suppression.Value.Reason.ToString(), ["by"] = "their own confirmation" }, CancellationToken.None);
    }
}

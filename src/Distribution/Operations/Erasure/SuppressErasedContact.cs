using Distribution.Audiences.Suppressions;
using Distribution.Platform.Storage;

namespace Distribution.Operations.Erasure;

/// <summary>
/// Keeps of each address of a person only that it must not be mailed. The evidence of an earlier suppression may describe the
/// person, so it is deleted. Idempotent.
/// </summary>
public sealed class SuppressErasedContact(SuppressionStore suppressions)
{
    private const string Evidence = "The person's data was erased.";

    /// <param name="addresses">HMACs of the person's addresses.</param>
    /// <param name="at">When the erasure was asked for.</param>
    public async Task RunAsync(IEnumerable<string> addresses, DateTimeOffset at, CancellationToken cancellationToken)
    {
        foreach (var address in addresses)
        {
            Suppression wanted = new() { Id = address, Reason = SuppressionReason.Erased, Evidence = Evidence, At = at };
            while (!await PutAsync(wanted, cancellationToken)) { }
        }
    }

    private async Task<bool> PutAsync(Suppression wanted, CancellationToken cancellationToken)
    {
        var found = await suppressions.FindAsync(wanted.Id, cancellationToken);
        if (found?.Value == wanted) return true;
        return (found is null
            ? await suppressions.AddAsync(wanted.Id, wanted, cancellationToken)
            : await suppressions.ReplaceAsync(found, wanted, cancellationToken)) is WriteResult.Done;
    }
}

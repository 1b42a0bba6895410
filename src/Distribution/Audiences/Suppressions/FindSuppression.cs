using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

/// <summary>Finds the suppression of an address.</summary>
public sealed class FindSuppression(SuppressionStore suppressions, AddressHash addressHash)
{
    public Task<Stored<Suppression>?> RunAsync(MailAddress address, CancellationToken cancellationToken) =>
        suppressions.FindAsync(addressHash.Compute(address), cancellationToken);
}

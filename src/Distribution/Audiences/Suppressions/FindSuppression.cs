using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Suppressions;

/// <summary>Tells whether an address is suppressed, and why.</summary>
public sealed class FindSuppression(SuppressionStore suppressions, AddressHash addressHash)
{
    public Task<Stored<Suppression>?> RunAsync(MailAddress address, CancellationToken cancellationToken) =>
        suppressions.FindAsync(addressHash.Compute(address), cancellationToken);
}

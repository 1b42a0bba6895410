using System.Globalization;
using Distribution.Platform.Security;

namespace Distribution.Audiences.Suppressions;

/// <summary>All suppressed addresses at one time, 16 bytes each.</summary>
public sealed class SuppressedAddresses
{
    private readonly HashSet<UInt128> hashes = [];
    private readonly AddressHash hash;

    private SuppressedAddresses(AddressHash hash) => this.hash = hash;

    public static async Task<SuppressedAddresses> ReadAsync(SuppressionStore store, AddressHash hash, CancellationToken cancellationToken)
    {
        SuppressedAddresses addresses = new(hash);
        await foreach (var suppression in store.AllAsync(cancellationToken)) addresses.hashes.Add(Number(suppression.Value.Id));
        return addresses;
    }

    /// <param name="address">A mail address as contacts and subscriptions keep it.</param>
    public bool Contains(string address) => hashes.Count > 0 && hashes.Contains(hash.NumberOf(address));

    private static UInt128 Number(string id) => UInt128.Parse(id, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
}

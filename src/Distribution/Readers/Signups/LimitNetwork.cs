using Distribution.Platform.Security;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Signups;

/// <summary>Counts what a network asks for, right or not: what is not right costs us as much.</summary>
public sealed class LimitNetwork(LimitStore limits, AddressHash hash, IOptions<SignupOptions> options)
{
    /// <summary>In which requests from a network are counted.</summary>
    public static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    /// <returns>After which the network may ask again; null where it may now.</returns>
    public async Task<TimeSpan?> RunAsync(string network, CancellationToken cancellationToken) =>
        await limits.TakeAsync("network", hash.OfText(network), options.Value.PerNetworkPerHour, Hour, cancellationToken)
            ? null
            : limits.Remaining(Hour);
}

using System.Runtime.CompilerServices;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Security;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Selection;

/// <summary>Reads an audience and decides about each person of it, once, whatever number of lists they are on.</summary>
public sealed class ReadCandidates(
    ReadAudience readAudience, OutletStore outlets, SuppressionStore suppressions, TopicStore topics, AddressHash hash, TimeProvider clock)
{
    /// <summary>Everybody by contact id, including the excluded and those on no list but an excluded one.</summary>
    public async IAsyncEnumerable<Candidate> RunAsync(Addressing addressing, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var suppressed = await SuppressedAddresses.ReadAsync(suppressions, hash, cancellationToken);
        addressing = await addressing.WithTopicsAsync(topics, cancellationToken);
        AudienceRule rule = new(addressing, await OutletsAsync(cancellationToken), suppressed.Contains, clock.GetUtcNow());
        await foreach (var subscriptions in readAudience.RunAsync(addressing.Lists, cancellationToken))
            yield return rule.Decide(subscriptions);
    }

    private async Task<IReadOnlyDictionary<string, Outlet>> OutletsAsync(CancellationToken cancellationToken) => await outlets
        .AllAsync(cancellationToken)
        .ToDictionaryAsync(outlet => outlet.Value.Id, outlet => outlet.Value, cancellationToken: cancellationToken);
}

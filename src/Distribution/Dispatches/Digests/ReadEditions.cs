using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Topics;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Digests;

/// <summary>Reads the releases that became public in a stretch of time, newest first.</summary>
public sealed class ReadEditions(
    ReleaseTimeStore times, ReleaseStore releases, OutletStore outlets, SuppressionStore suppressions, TopicStore topics, AddressHash hash)
{
    public async Task<IReadOnlyList<Edition>> RunAsync(
        DateTimeOffset from, DateTimeOffset end, Organisation organisation, CancellationToken cancellationToken)
    {
        var found = await FindAsync(from, end, cancellationToken);
        if (found.Count == 0) return [];
        var suppressed = await SuppressedAddresses.ReadAsync(suppressions, hash, cancellationToken);
        var known = await outlets.AllAsync(cancellationToken)
            .ToDictionaryAsync(outlet => outlet.Value.Id, outlet => outlet.Value, cancellationToken: cancellationToken);
        var vocabulary = await topics.ReadForAsync(
            found.SelectMany(document => document.Release.Topics.Concat(document.Release.Audience.Topics)), cancellationToken);
        // Nobody waits for a translation here: the digest has the release in the languages there are.
        return
        [
            .. found.Select(document => new Edition(
                document.Release,
                new(
                    document.AddressingBy(organisation) with { Promised = [], Vocabulary = vocabulary },
                    known,
                    suppressed.Contains,
                    end))),
        ];
    }

    private async Task<List<ReleaseDocument>> FindAsync(DateTimeOffset from, DateTimeOffset end, CancellationToken cancellationToken)
    {
        List<ReleaseDocument> found = [];
        await foreach (var row in times.PublishedAsync(from, end, cancellationToken))
        {
            if (await releases.FindAsync(row.Value.Release, cancellationToken) is { } document && IsPublic(document, row.Value.At))
                found.Insert(0, document);
        }

        return found;
    }

    /// <summary>A row without its release is what a crash has left.</summary>
    private static bool IsPublic(ReleaseDocument document, DateTimeOffset at) =>
        ReleaseStateMachine.IsPublic(document.Release.State) && document.Release.PublishedAt == at && document.Sendable.Count > 0;
}

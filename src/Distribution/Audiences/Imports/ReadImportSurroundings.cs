using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Security;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Imports;

/// <summary>Reads what every part of an import is held against.</summary>
public sealed class ReadImportSurroundings(
    SuppressionStore suppressions, ReadRules readRules, MediaListStore lists, OutletStore outlets, TopicStore topics, AddressHash hash)
{
    public async Task<ImportSurroundings> RunAsync(CancellationToken cancellationToken) => new(
        await SuppressedAddresses.ReadAsync(suppressions, hash, cancellationToken),
        await readRules.RunAsync(cancellationToken),
        await lists.AllAsync(cancellationToken).Select(list => list.Value.Id).ToHashSetAsync(cancellationToken: cancellationToken),
        await outlets.AllAsync(cancellationToken)
            .ToDictionaryAsync(outlet => outlet.Value.Id, outlet => outlet.Value, cancellationToken: cancellationToken))
    {
        Topics = await topics.ReadAsync(cancellationToken),
    };
}

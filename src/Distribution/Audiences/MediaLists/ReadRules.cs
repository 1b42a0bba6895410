using System.Security.Cryptography;
using System.Text;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Storage;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.MediaLists;

/// <summary>
/// Reads the rules of media lists, and of outlets and topics no more than the rules ask for. A rule has the words for its topics and for
/// those above them, so that contacts who cover a wider topic meet it.
/// </summary>
public sealed class ReadRules(MediaListStore lists, OutletStore outlets, TopicStore topics)
{
    /// <summary>All rules; an import reads them once.</summary>
    public async Task<RuleBook> RunAsync(CancellationToken cancellationToken)
    {
        var ruled = await RuledAsync(cancellationToken);
        return await BookAsync(ruled, AskForOutlets(ruled) ? await AllOutletsAsync(cancellationToken) : [], cancellationToken);
    }

    /// <summary>All rules, with the one outlet of a contact.</summary>
    public async Task<RuleBook> RunAsync(string? outlet, CancellationToken cancellationToken)
    {
        var ruled = await RuledAsync(cancellationToken);
        var found = outlet is not null && AskForOutlets(ruled) ? await outlets.FindAsync(outlet, cancellationToken) : null;
        return await BookAsync(ruled, found is null ? [] : [found.Value], cancellationToken);
    }

    /// <summary>The rule of one list, if it has one.</summary>
    public async Task<RuleBook> OfListAsync(string list, CancellationToken cancellationToken)
    {
        Stored<MediaList>[] ruled = await lists.FindAsync(list, cancellationToken) is { Value.Rule: not null } found ? [found] : [];
        return await BookAsync(ruled, AskForOutlets(ruled) ? await AllOutletsAsync(cancellationToken) : [], cancellationToken);
    }

    private async Task<IReadOnlyList<Stored<MediaList>>> RuledAsync(CancellationToken cancellationToken) =>
        await lists.AllAsync(cancellationToken).Where(list => list.Value.Rule is not null).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<Outlet>> AllOutletsAsync(CancellationToken cancellationToken) =>
        await outlets.AllAsync(cancellationToken).Select(outlet => outlet.Value).ToListAsync(cancellationToken);

    private static bool AskForOutlets(IEnumerable<Stored<MediaList>> ruled) => ruled.Any(list => list.Value.Rule!.OutletTypes.Count > 0);

    private async Task<RuleBook> BookAsync(
        IReadOnlyList<Stored<MediaList>> ruled, IReadOnlyList<Outlet> outlets, CancellationToken cancellationToken)
    {
        var vocabulary = await topics.ReadForAsync(ruled.SelectMany(list => list.Value.Rule!.Topics), cancellationToken);
        List<MediaList> known = [.. ruled.Select(list => WithWords(list.Value, vocabulary))];
        return new(
            known,
            outlets.ToDictionary(outlet => outlet.Id, outlet => outlet.Type),
            RuleVersion.Compute(
            [
                .. ruled.Select(list => $"{list.Value.Id} {list.ETag}"),
                .. outlets.Select(outlet => $"{outlet.Id} {outlet.Type}"),
                .. known.SelectMany(list => list.Rule!.Topics),
            ]));
    }

    private static MediaList WithWords(MediaList list, TopicBook vocabulary) =>
        list with { Rule = list.Rule! with { Topics = vocabulary.Covering(list.Rule.Topics) } };
}

/// <summary>A short name for what rules were made of at one time: 16 hexadecimal digits of its SHA-256.</summary>
internal static class RuleVersion
{
    private const int Bytes = 8;

    public static string Compute(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, Bytes));
}

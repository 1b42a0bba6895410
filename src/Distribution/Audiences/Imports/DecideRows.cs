using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Imports;

/// <summary>Compares the rows of one part with the stored contacts and decides what to do with each. It writes nothing.</summary>
public sealed class DecideRows(ContactStore contacts, SubscriptionStore subscriptions, AddressHash addressHash)
{
    private const string Removed = "belongs to a person who was deleted. They can be added again only by subscribing themselves.";
    private const string MailStatusField = "mailStatus";
    private const string Suppressed = "must not be mailed: the address is suppressed. It is not added.";

    /// <param name="import">The import, with its settings.</param>
    /// <param name="part">The part; its rows are those of one shard of addresses.</param>
    /// <param name="rows">The part's rows.</param>
    /// <param name="begun">Rows that an earlier run, which was cut off, had decided to add.</param>
    /// <param name="surroundings">The media lists, outlets and suppressions when the run began.</param>
    public async Task<IReadOnlyList<RowDecision>> RunAsync(
        Import import,
        char part,
        IReadOnlyList<StagedRow> rows,
        IReadOnlySet<int> begun,
        ImportSurroundings surroundings,
        CancellationToken cancellationToken)
    {
        var settings = import.Settings!;
        var owners = await contacts.OwnersAsync(part, [.. rows.Select(row => row.Hash).OfType<string>().Distinct()], cancellationToken);
        var known = await contacts.FindManyAsync([.. owners.Values.Distinct()], cancellationToken);
        Dictionary<string, int> seen = [];
        var statuses = Strongest(rows, owners);
        List<RowDecision> decisions = [];
        foreach (var staged in rows)
        {
            var row = WithTopics(staged, surroundings.Topics);
            var decision = Decide(settings, row, owners, known, seen, begun, surroundings.Suppressed);
            if (row is { Hash: { } hash, Contact: { } given } && statuses.TryGetValue(hash, out var status))
                decision =
                    OptOut(settings, decision, status, given.Address, known.GetValueOrDefault(owners.GetValueOrDefault(hash, hash))?.Value);
            decision = WithUnknownTopics(decision, row.Contact, surroundings.Topics);
            decisions.Add(await CheckOtherAddressesAsync(decision, cancellationToken));
        }

        return await SubscribeAsync(new(import, surroundings, rows.ToDictionary(row => row.Row)), decisions, cancellationToken);
    }

    /// <summary>Words that mean a topic become its id.</summary>
    private static StagedRow WithTopics(StagedRow row, TopicBook topics) => row.Contact is { Topics.Count: > 0 } given
        ? row with { Contact = given with { Topics = topics.Keep(given.Topics) } }
        : row;

    /// <summary>Names the words of the row that mean no topic; they are kept as they are.</summary>
    private static RowDecision WithUnknownTopics(RowDecision decision, Contact? given, TopicBook topics) =>
        topics.IsEmpty || given is null || decision.Contact is null
            ? decision
            : decision with
            {
                Result = decision.Result with { UnknownTopics = [.. given.Topics.Where(word => topics.Find(word) is null)] },
            };

    /// <summary>The most restrictive state in all rows of a person, by HMAC of each of their addresses.</summary>
    private static Dictionary<string, RowStatus> Strongest(
        IReadOnlyList<StagedRow> rows, IReadOnlyDictionary<string, string> owners) => rows
        .Where(row => row is { Hash: not null, Status: not null })
        .GroupBy(row => owners.GetValueOrDefault(row.Hash!, row.Hash!))
        .SelectMany(person => person.Select(row => (row.Hash, Status: person.MaxBy(other => other.Status!.Status)!.Status!)))
        .DistinctBy(row => row.Hash)
        .ToDictionary(row => row.Hash!, row => row.Status);

    private static RowDecision OptOut(ImportSettings settings, RowDecision decision, RowStatus status, string address, Contact? known)
    {
        var reason = StatusRule.Suppression(status.Status!.Value, isNew: known is null, hasLists: settings.Lists.Count > 0);
        // An address that does not exist says nothing of the others of its owner.
        IEnumerable<string> addresses = status.Status == MailStatus.Bounced ? [address] : [address, known?.Address ?? address];
        OptOut optOut = new(status, reason, [.. addresses.Distinct()]);
        var said = reason is null ? decision : decision.With(MailStatusField, $"is suppressed: {optOut.Words} says so.");
        return said with { OptOut = optOut, Result = said.Result with { Suppressed = reason } };
    }

    private static RowDecision Decide(
        ImportSettings settings,
        StagedRow row,
        IReadOnlyDictionary<string, string> owners,
        IReadOnlyDictionary<string, Stored<Contact>> known,
        Dictionary<string, int> seen,
        IReadOnlySet<int> begun,
        SuppressedAddresses suppressed)
    {
        RowDecision decision = new(new() { Row = row.Row, Outcome = RowOutcome.LeftOut, Problems = row.Problems });
        if (row is not { Contact: { } given, Hash: { } hash }) return decision;
        var id = owners.GetValueOrDefault(hash, hash);
        if (!seen.TryAdd(id, row.Row)) return decision.LeftOut($"is of the same person as row {seen[id]}; only that one is taken.");
        if (known.TryGetValue(id, out var contact))
        {
            var merged = ImportRule.Merge(contact.Value, given, settings.Existing);
            var outcome = ReferenceEquals(merged, contact.Value) ? RowOutcome.Unchanged : RowOutcome.Changed;
            return new(decision.Result with { Outcome = outcome, Contact = id }, merged, contact);
        }

        if (owners.ContainsKey(hash) && !begun.Contains(row.Row)) return decision.LeftOut(Removed);
        if (!begun.Contains(row.Row) && suppressed.Contains(given.Address)) return decision.LeftOut(Suppressed);
        return new(decision.Result with { Outcome = RowOutcome.Added, Contact = id }, given with { Id = id });
    }

    /// <summary>Leaves out further addresses that are somebody else's.</summary>
    private async Task<RowDecision> CheckOtherAddressesAsync(RowDecision decision, CancellationToken cancellationToken)
    {
        if (decision.Contact is not { OtherAddresses.Count: > 0 } contact) return decision;
        foreach (var address in contact.OtherAddresses.Except(decision.Known?.Value.OtherAddresses ?? []))
        {
            var owner = await contacts.OwnerAsync(addressHash.Compute(MailAddress.Parse(address)!), cancellationToken);
            if (owner is null || owner == contact.Id) continue;
            decision = decision.With("otherAddresses", $"{address} belongs to another contact and is not taken.") with
            {
                Contact = decision.Contact! with { OtherAddresses = [.. decision.Contact.OtherAddresses.Where(other => other != address)] },
            };
        }

        return decision;
    }

    private async Task<IReadOnlyList<RowDecision>> SubscribeAsync(
        SubscriptionRule rule, List<RowDecision> decisions, CancellationToken cancellationToken)
    {
        foreach (var list in rule.Lists)
        {
            foreach (var shard in decisions.Index().Where(decision => decision.Item.Contact is not null)
                .GroupBy(decision => decision.Item.Contact!.Id[0]))
            {
                var states = await subscriptions.StatesAsync(
                    list, shard.Key, [.. shard.Select(decision => decision.Item.Contact!.Id)], cancellationToken);
                foreach (var (index, decision) in shard)
                {
                    decisions[index] = rule.Decide(decision, list, states.TryGetValue(decision.Contact!.Id, out var state) ? state : null);
                }
            }
        }

        return decisions;
    }
}

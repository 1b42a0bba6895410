using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>Holds the rows of one part against what is known, and decides what is to be done. It writes nothing.</summary>
public sealed class DecideRows(ContactStore contacts, SubscriptionStore subscriptions, AddressHash addressHash)
{
    private const string Removed = "belongs to a person who was deleted. They can be added again only by subscribing themselves.";
    private const string Suppressed = "must not be mailed: the address is suppressed. It is not added.";

    /// <param name="settings">The settings of the import.</param>
    /// <param name="part">The part; its rows are those of one shard of addresses.</param>
    /// <param name="rows">The part's rows.</param>
    /// <param name="begun">Rows that an earlier run, which was cut off, had decided to add.</param>
    /// <param name="suppressed">Addresses that must not be mailed.</param>
    public async Task<IReadOnlyList<RowDecision>> RunAsync(
        ImportSettings settings,
        char part,
        IReadOnlyList<StagedRow> rows,
        IReadOnlySet<int> begun,
        SuppressedAddresses suppressed,
        CancellationToken cancellationToken)
    {
        var owners = await contacts.OwnersAsync(part, [.. rows.Select(row => row.Hash).OfType<string>().Distinct()], cancellationToken);
        var known = await contacts.FindManyAsync([.. owners.Values.Distinct()], cancellationToken);
        Dictionary<string, int> seen = [];
        List<RowDecision> decisions = [];
        foreach (var row in rows)
        {
            var decision = Decide(settings, row, owners, known, seen, begun, suppressed);
            decisions.Add(await CheckOtherAddressesAsync(decision, cancellationToken));
        }

        return await SubscribeAsync(settings, decisions, suppressed, cancellationToken);
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
        if (suppressed.Contains(given.Address)) return decision.LeftOut(Suppressed);
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
        ImportSettings settings, List<RowDecision> decisions, SuppressedAddresses suppressed, CancellationToken cancellationToken)
    {
        foreach (var list in settings.Lists)
        {
            foreach (var shard in decisions.Index().Where(decision => decision.Item.Contact is not null)
                .GroupBy(decision => decision.Item.Contact!.Id[0]))
            {
                var states = await subscriptions.StatesAsync(
                    list, shard.Key, [.. shard.Select(decision => decision.Item.Contact!.Id)], cancellationToken);
                foreach (var (index, decision) in shard) decisions[index] = Subscribe(decision, list, states, suppressed);
            }
        }

        return decisions;
    }

    private static RowDecision Subscribe(
        RowDecision decision, string list, IReadOnlyDictionary<string, SubscriptionState> states, SuppressedAddresses suppressed)
    {
        if (states.TryGetValue(decision.Contact!.Id, out var state))
        {
            return state switch
            {
                SubscriptionState.Ended =>
                    decision.With("lists", $"has unsubscribed from {list}. They can be added again only by subscribing themselves."),
                SubscriptionState.Pending =>
                    decision.With("lists", $"has not confirmed {list} yet, and an import does not do it for them."),
                _ => decision,
            };
        }

        if (suppressed.Contains(decision.Contact.Address))
            return decision.With("lists", $"is not put on {list}: the address is suppressed.");
        return decision with { Result = decision.Result with { Lists = [.. decision.Result.Lists, list] } };
    }
}

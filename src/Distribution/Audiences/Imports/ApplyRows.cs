using Distribution.Audiences.Indexing;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Search;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Imports;

/// <summary>
/// Writes the decisions for the rows of one part, in transactions of a hundred. A new contact comes last, after everything that
/// belongs to it, so that a contact that exists is complete. Idempotent.
/// </summary>
public sealed class ApplyRows(
    ContactStore contacts,
    SubscriptionStore subscriptions,
    ContactIndexStore index,
    IndexNewMembers indexNewMembers,
    UpdateIndex updateIndex,
    ClaimAddresses claimAddresses,
    RecordOptOuts recordOptOuts,
    SyncContact syncContact,
    TimeProvider clock)
{
    /// <summary>The message for a row whose address was given to somebody else at the same moment.</summary>
    public const string Lost = "has an address that has become another contact's meanwhile. Import the file again.";

    private const int AtOnce = 8;

    /// <summary>
    /// Enough for full transactions in all but the rarest partitions of the index, and few enough for memory not to grow with the file.
    /// </summary>
    private const int MostInMemory = 2_500;

    /// <param name="import">The import.</param>
    /// <param name="surroundings">The state of the storage when the run began.</param>
    /// <param name="decisions">The decisions for the rows of the part.</param>
    /// <param name="begun">Contacts whose index an earlier run may have left behind.</param>
    /// <returns>The rows that were not taken after all, because somebody else came first.</returns>
    public async Task<IReadOnlySet<int>> RunAsync(
        Import import,
        ImportSurroundings surroundings,
        IReadOnlyList<RowDecision> decisions,
        IReadOnlyList<string> begun,
        CancellationToken cancellationToken)
    {
        HashSet<int> lost = [];
        foreach (var some in decisions.Chunk(MostInMemory)) lost.UnionWith(await TakeAsync(import, surroundings, some, cancellationToken));
        await EachAsync(begun, updateIndex.RunAsync, cancellationToken);
        return lost;
    }

    private async Task<IReadOnlySet<int>> TakeAsync(
        Import import, ImportSurroundings surroundings, IReadOnlyList<RowDecision> decisions, CancellationToken cancellationToken)
    {
        await recordOptOuts.SuppressAsync(import, decisions, cancellationToken);
        var lost = await ClaimAsync(decisions, cancellationToken);
        var taken = decisions.Where(decision => decision.Contact is not null && !lost.Contains(decision.Result.Row)).ToList();
        var added = taken.Where(decision => decision.Result.Outcome == RowOutcome.Added).Select(decision => decision.Contact!).ToList();
        foreach (var contact in added.Where(contact => contact.OtherAddresses.Count > 0))
            await claimAddresses.RunAsync(contact, new FieldErrors(), cancellationToken);
        await recordOptOuts.EndAsync(import, taken, cancellationToken);
        var subscribedBefore = await SubscribeAsync(import, taken, cancellationToken);
        var ruled = await ApplyRulesAsync(
            import,
            surroundings,
            [.. added.Except(taken.Where(decision => decision.OptOut is not null).Select(decision => decision.Contact!))],
            cancellationToken);
        var unindexed = await IndexAsync(surroundings, taken, ruled, cancellationToken);
        unindexed = [.. unindexed, .. await IndexMembersAsync(taken, subscribedBefore, cancellationToken)];
        await contacts.AddManyAsync(added, cancellationToken);
        await EachAsync(
            taken.Where(decision => decision.Result.Outcome == RowOutcome.Changed),
            (decision, token) => ChangeAsync(import.Settings!.Existing, decision, token),
            cancellationToken);
        await EachAsync(unindexed.Distinct(), updateIndex.RunAsync, cancellationToken);
        return lost;
    }

    /// <summary>
    /// Makes the first address of each new contact theirs. A claim that an earlier run of this import made is still good.
    /// </summary>
    private async Task<IReadOnlySet<int>> ClaimAsync(IReadOnlyList<RowDecision> decisions, CancellationToken cancellationToken)
    {
        var added = decisions.Where(decision => decision.Result.Outcome == RowOutcome.Added).ToDictionary(decision => decision.Contact!.Id);
        var existing = await contacts.AddFirstAddressesAsync([.. added.Keys], cancellationToken);
        if (existing.Count == 0) return new HashSet<int>();
        var owners = await contacts.OwnersAsync(existing.First()[0], [.. existing], cancellationToken);
        return existing.Where(hash => owners.GetValueOrDefault(hash, hash) != hash).Select(hash => added[hash].Result.Row).ToHashSet();
    }

    /// <returns>Contacts who had such a subscription all the same, and may have unsubscribed since.</returns>
    private async Task<IReadOnlySet<string>> SubscribeAsync(
        Import import, IReadOnlyList<RowDecision> taken, CancellationToken cancellationToken)
    {
        var (settings, now) = (import.Settings!, clock.GetUtcNow());
        HashSet<string> before = [];
        foreach (var list in settings.Lists)
        {
            var subscribed = taken.Where(decision => decision.Result.Lists.Contains(list));
            foreach (var shard in subscribed.GroupBy(decision => decision.Contact!.Id[0]))
            {
                before.UnionWith(await subscriptions.AddManyAsync(
                    [.. shard.Select(decision => SubscriptionRules.Confirmed(
                        list, decision.Contact!, ConsentOf(import, decision.Result.Row), now))], cancellationToken));
            }
        }

        return before;
    }

    /// <summary>Puts new contacts on the lists whose rules they meet.</summary>
    private async Task<ILookup<string, string>> ApplyRulesAsync(
        Import import, ImportSurroundings surroundings, List<Contact> added, CancellationToken cancellationToken)
    {
        var (rules, now) = (surroundings.Rules, clock.GetUtcNow());
        List<Subscription> entered = [];
        foreach (var list in rules.Lists.Where(list => !import.Settings!.Lists.Contains(list.Id)))
        {
            List<Subscription> members =
            [
                .. added.Select(contact =>
                    RuleMembership.Decide(list.Id, list.Rule, contact, rules.TypeOf(contact.PositionOn(now)?.Outlet), found: null, now))
                    .OfType<RuleChange.Enter>().Select(change => change.Subscription),
            ];
            await subscriptions.AddManyAsync(members, cancellationToken);
            entered.AddRange(members);
        }

        return entered.ToLookup(subscription => subscription.Contact, subscription => subscription.List);
    }

    /// <summary>Writes the index of new contacts, many at once.</summary>
    /// <returns>Ids of contacts whose index is to be made one by one, because somebody else came to them.</returns>
    private async Task<IReadOnlyList<string>> IndexAsync(
        ImportSurroundings surroundings,
        IReadOnlyList<RowDecision> taken,
        ILookup<string, string> ruled,
        CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var added = taken.Where(decision => decision.Result.Outcome == RowOutcome.Added)
            .OrderBy(decision => decision.Contact!.Id, StringComparer.Ordinal);
        var changes = added.Select(decision => IndexChange.Compare(
            decision.Contact!.Id,
            before: null,
            IndexRows.Create(decision.Contact, surroundings.Outlets, decision.Result.Lists.Concat(ruled[decision.Contact.Id]), now),
            now));
        return await index.WriteAsync(changes, cancellationToken);
    }

    /// <summary>Writes the index of contacts who were there already and are now on further lists, many at once.</summary>
    /// <returns>Ids of contacts whose index is to be made one by one.</returns>
    private async Task<IReadOnlyList<string>> IndexMembersAsync(
        IReadOnlyList<RowDecision> taken, IReadOnlySet<string> subscribedBefore, CancellationToken cancellationToken)
    {
        var members = taken.Where(decision => decision.Result is { Outcome: RowOutcome.Unchanged, Lists.Count: > 0 })
            .ToLookup(decision => subscribedBefore.Contains(decision.Contact!.Id));
        var doubtful = members[true].Select(decision => decision.Contact!.Id);
        return [.. doubtful, .. await indexNewMembers.RunAsync(
            members[false].ToDictionary(decision => decision.Contact!.Id, decision => decision.Result.Lists), cancellationToken)];
    }

    private static Task EachAsync<T>(
        IEnumerable<T> items, Func<T, CancellationToken, Task> work, CancellationToken cancellationToken) => Parallel.ForEachAsync(
        items,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
        async (item, token) => await work(item, token));

    /// <summary>The operator's own word for it, and where it can be looked up.</summary>
    private static Consent ConsentOf(Import import, int row) =>
        new(
            import.Settings!.Basis!,
            $"{import.Settings.Evidence} (import {import.Id}, row {row})",
            import.Settings.SourceDate ?? import.CreatedAt);

    private async Task ChangeAsync(ExistingContacts policy, RowDecision decision, CancellationToken cancellationToken)
    {
        var (known, contact) = (decision.Known!, decision.Contact!);
        while (true)
        {
            await claimAddresses.RunAsync(contact, new FieldErrors(), cancellationToken);
            if (await syncContact.RunAsync(
                contact.Id, () => contacts.ReplaceAsync(known, contact, cancellationToken), cancellationToken)) return;
            // Somebody has changed it meanwhile: what the row says is held against what is there now.
            if (await contacts.FindAsync(contact.Id, cancellationToken) is not { } now) return;
            var merged = ImportRule.Merge(now.Value, decision.Contact!, policy);
            if (ReferenceEquals(merged, now.Value)) return;
            (known, contact) = (now, merged);
        }
    }
}

using Distribution.Audiences.MediaLists;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Subscriptions;

/// <summary>
/// Puts a contact on the lists whose rules they meet, and takes them off those whose rules they do not meet any more. It looks at the
/// rules once more when it is done, so that one that has changed meanwhile is not missed; idempotent.
/// </summary>
public sealed class ApplyRules(ReadRules readRules, SubscriptionStore subscriptions, TimeProvider clock)
{
    /// <param name="contact">The contact as they now are.</param>
    /// <param name="known">The lists they are on already, whatever the state.</param>
    public async Task RunAsync(Contact contact, IEnumerable<string> known, CancellationToken cancellationToken)
    {
        var outlet = contact.PositionOn(clock.GetUtcNow())?.Outlet;
        var ids = known.ToHashSet();
        var rules = await readRules.RunAsync(outlet, cancellationToken);
        for (var done = false; !done;)
        {
            var used = rules;
            ids.UnionWith(used.Lists.Select(list => list.Id));
            foreach (var list in ids) await ApplyAsync(list, used, contact, outlet, cancellationToken);
            rules = await readRules.RunAsync(outlet, cancellationToken);
            done = rules.Version == used.Version;
        }
    }

    private async Task ApplyAsync(string list, RuleBook rules, Contact contact, string? outlet, CancellationToken cancellationToken)
    {
        for (var done = false; !done;)
        {
            var found = await subscriptions.FindAsync(list, contact.Id, cancellationToken);
            var change = RuleMembership.Decide(list, rules.RuleOf(list), contact, rules.TypeOf(outlet), found?.Value, clock.GetUtcNow());
            done = await WriteAsync(change, found, cancellationToken) is null or WriteResult.Done;
        }
    }

    private async Task<WriteResult?> WriteAsync(
        RuleChange? change, Stored<Subscription>? found, CancellationToken cancellationToken) => change switch
        {
            RuleChange.Enter enter => await subscriptions.AddAsync(enter.Subscription, cancellationToken),
            RuleChange.Renew renew => await subscriptions.ReplaceAsync(found!, renew.Subscription, cancellationToken),
            RuleChange.Remove => await subscriptions.DeleteAsync(found!, cancellationToken),
            _ => null,
        };
}

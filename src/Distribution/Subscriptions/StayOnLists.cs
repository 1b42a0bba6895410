using Distribution.Contacts;
using Distribution.Contacts.Merging;
using Distribution.Dispatches;
using Distribution.Releases;
using Distribution.Storage;

namespace Distribution.Subscriptions;

/// <summary>
/// Takes back a leave by the link that made it, or chooses less instead of nothing; harmless to repeat. A link lets its holder do no more than
/// that, since mails are forwarded.
/// </summary>
public sealed class StayOnLists(
    ReleaseStore releases,
    SubscriptionStore subscriptions,
    ContactIds contactIds,
    ContactStore contacts,
    DepartureStore departures,
    ChangeWishes changeWishes,
    KeepCopies keepCopies,
    TimeProvider clock)
{
    private static readonly TimeSpan Pause = TimeSpan.FromDays(30);

    /// <param name="release">The release whose link it is.</param>
    /// <param name="contact">Whose.</param>
    /// <param name="choice">What they choose.</param>
    /// <param name="cancellationToken">Ends it between two lists.</param>
    public async Task RunAsync(string release, string contact, StayChoice choice, CancellationToken cancellationToken)
    {
        if (await releases.FindMainAsync(release, cancellationToken) is not { } found) return;
        await foreach (var id in contactIds.AllAsync(contact, cancellationToken)) await StayAsync(id, found.Value.Audience.Lists, choice, cancellationToken);
    }

    /// <summary>The same by the link of a digest, for every list that the contact gets or got as one.</summary>
    public async Task DigestsAsync(string contact, StayChoice choice, CancellationToken cancellationToken)
    {
        await foreach (var id in contactIds.AllAsync(contact, cancellationToken))
        {
            var daily = (await subscriptions.OfContactAsync(id, cancellationToken)).Where(row => row.Value.Frequency == Frequency.Daily).Select(row => row.Value.List);
            await StayAsync(id, [.. daily], choice, cancellationToken);
        }
    }

    private async Task StayAsync(string contact, IReadOnlyList<string> lists, StayChoice choice, CancellationToken cancellationToken)
    {
        foreach (var list in lists) await StayAsync(list, contact, choice, cancellationToken);
        await ReturnAsync(contact, lists, cancellationToken);
        if (choice == StayChoice.Pause && await contacts.FindAsync(contact, cancellationToken) is { } person)
            await changeWishes.RunAsync(person, person.Value.Wishes with { PausedUntil = clock.GetUtcNow() + Pause }, cancellationToken);
    }

    private Task<bool> StayAsync(string list, string contact, StayChoice choice, CancellationToken cancellationToken) => keepCopies.RunAsync(
        contact,
        async () =>
        {
            if (await subscriptions.FindAsync(list, contact, cancellationToken) is not { } found) return new WriteResult.Missing();
            var now = clock.GetUtcNow();
            var changed = await subscriptions.ChangeAsync(found, row => LeftRule.Return(row, choice, now), cancellationToken);
            return changed is null ? new WriteResult.Missing() : new WriteResult.Done(changed.ETag);
        },
        cancellationToken);

    /// <summary>What is planned and not yet sent reaches them again.</summary>
    private async Task ReturnAsync(string contact, IReadOnlyList<string> lists, CancellationToken cancellationToken)
    {
        await foreach (var departure in departures.OfAsync(contact, cancellationToken))
        {
            if (departure.Value.Lists?.All(lists.Contains) == true) await departures.RemoveAsync(departure, cancellationToken);
        }
    }
}

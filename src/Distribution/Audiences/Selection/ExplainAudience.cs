using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Publisher.Topics;

namespace Distribution.Audiences.Selection;

/// <summary>Explains the decision of planning about one person, with its reasons.</summary>
public sealed class ExplainAudience(
    SubscriptionStore subscriptions,
    ContactStore contacts,
    OutletStore outlets,
    FindSuppression findSuppression,
    TopicStore topics,
    AddressHash hash,
    TimeProvider clock)
{
    /// <summary>Id of the contact an address belongs to.</summary>
    public Task<string?> FindAsync(MailAddress address, CancellationToken cancellationToken) =>
        contacts.OwnerAsync(hash.Compute(address), cancellationToken);

    /// <returns>Null when nothing is known of the contact.</returns>
    public async Task<AudienceExplanation?> RunAsync(Addressing addressing, string id, CancellationToken cancellationToken) =>
        (await RecipientAsync(addressing, id, cancellationToken))?.Explanation;

    /// <summary>
    /// The same with today's data at an earlier instant: pauses that were over by then and later suppressions do not count.
    /// </summary>
    public async Task<AudienceExplanation?> RunAsync(
        Addressing addressing, string id, DateTimeOffset at, CancellationToken cancellationToken) =>
        (await RecipientAsync(addressing, id, at, cancellationToken))?.Explanation;

    /// <summary>The same, with what is known of the contact.</summary>
    public Task<ExplainedRecipient?> RecipientAsync(Addressing addressing, string id, CancellationToken cancellationToken) =>
        RecipientAsync(addressing, id, clock.GetUtcNow(), cancellationToken);

    private async Task<ExplainedRecipient?> RecipientAsync(
        Addressing addressing, string id, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var contact = (await contacts.FindAsync(id, cancellationToken))?.Value;
        var found = await SubscriptionsAsync(addressing.Lists, id, cancellationToken);
        if (contact is null && found.Count == 0) return null;

        var memberships = found.Select(Membership.From).ToList();
        var person = Person(memberships, addressing, contact);
        var suppression =
            MailAddress.Parse(person.Address) is { } address ? await findSuppression.RunAsync(address, cancellationToken) : null;
        if (suppression?.Value.At > at) suppression = null;
        addressing = await addressing.WithTopicsAsync(topics, cancellationToken);
        AudienceRule rule =
            new(addressing, await OutletAsync(person.Outlet, cancellationToken), _ => suppression is not null, at);
        var reader = ExplainedRecipient.Create(rule, memberships, person with { Contact = id }, suppression?.Value);
        return reader with { Explanation = reader.Explanation with { Lists = [.. found.Select(ListReason.From)] } };
    }

    private async Task<List<Subscription>> SubscriptionsAsync(
        IReadOnlyList<string> lists, string contact, CancellationToken cancellationToken)
    {
        List<Subscription> found = [];
        foreach (var list in lists)
        {
            if (await subscriptions.FindAsync(list, contact, cancellationToken) is { } subscription) found.Add(subscription.Value);
        }

        return found;
    }

    /// <summary>The person's data: from the subscription that counts, else from the contact as it is now.</summary>
    private Membership Person(List<Membership> memberships, Addressing addressing, Contact? contact)
    {
        if (memberships.Find(row => row.State == SubscriptionState.Confirmed && addressing.Audience.Lists.Contains(row.List)) is { } first)
            return first;
        return contact is null
            ? memberships[0]
            : Membership.From(SubscriptionRules.Confirmed("", contact, new("", "", default), clock.GetUtcNow()));
    }

    private async Task<IReadOnlyDictionary<string, Outlet>> OutletAsync(string? id, CancellationToken cancellationToken) =>
        id is not null && await outlets.FindAsync(id, cancellationToken) is { } outlet
            ? new Dictionary<string, Outlet> { [id] = outlet.Value }
            : [];
}

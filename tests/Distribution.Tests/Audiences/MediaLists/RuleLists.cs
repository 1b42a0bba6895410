using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Subscriptions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Testing;

namespace Distribution.Tests.Audiences.MediaLists;

/// <summary>A newsdesk's contacts and one list with a rule, <c>reef-press</c>.</summary>
internal static class RuleLists
{
    public const string List = "reef-press";

    public static readonly ListRule Reefs = new() { Topics = ["reefs"] };

    public static readonly ListRule Health = new() { Topics = ["health"] };

    public static Task AddRuleListAsync(this DispatchHost desk, ListRule? rule, CancellationToken cancellationToken) =>
        desk.Get<MediaListStore>().AddAsync(List, new() { Id = List, Names = new([new("en", "Reefs")]), Rule = rule }, cancellationToken);

    public static async Task SetRuleAsync(this DispatchHost desk, ListRule? rule, CancellationToken cancellationToken)
    {
        var found = (await desk.Get<MediaListStore>().FindAsync(List, cancellationToken))!;
        await desk.Get<MediaListStore>().ReplaceAsync(found, found.Value with { Rule = rule }, cancellationToken);
    }

    /// <summary>Contacts a0@example.org and so on with the topics, written as no use case would: no rule has looked at them.</summary>
    /// <returns>Their ids, sorted.</returns>
    public static async Task<List<string>> AddContactsAsync(
        this DispatchHost desk, string name, int count, CancellationToken cancellationToken, params IReadOnlyList<string> topics)
    {
        List<string> ids = [];
        foreach (var number in Enumerable.Range(0, count))
        {
            var address = MailAddress.Parse($"{name}{number}@example.org")!;
            var id = desk.Get<AddressHash>().Compute(address);
            await desk.Get<ContactStore>().AddAsync(
                new()
                {
                    Id = id,
                    Address = address.ToString(),
                    Name = $"{name} {number}",
                    Languages = ["en"],
                    Topics = topics,
                    Source = "test",
                    SourceDate = desk.Clock.GetUtcNow(),
                    LawfulBasis = LawfulBasis.LegitimateInterests,
                },
                cancellationToken);
            ids.Add(id);
        }

        ids.Sort(StringComparer.Ordinal);
        return ids;
    }

    public static async Task<List<string>> MembersAsync(this DispatchHost desk, CancellationToken cancellationToken)
    {
        List<string> members = [];
        foreach (var shard in SubscriptionStore.Shards)
        {
            await foreach (var row in desk.Get<SubscriptionStore>().ShardAsync(List, shard, cancellationToken))
            {
                if (row.State == SubscriptionState.Confirmed) members.Add(row.Contact);
            }
        }

        return members;
    }
}

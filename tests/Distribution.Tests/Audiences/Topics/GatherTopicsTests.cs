using Distribution.Audiences.MediaLists;
using Distribution.Audiences.Topics;
using Distribution.Contacts.Contacts;
using Distribution.Contacts.Search;
using Distribution.Publisher.Topics;
using Distribution.Releases.References;
using Distribution.Testing;
using Distribution.Testing.Faults;
using Distribution.Tests.Audiences.MediaLists;

namespace Distribution.Tests.Audiences.Topics;

/// <summary>Words that contacts and lists have from before the vocabulary become its topics.</summary>
public sealed class GatherTopicsTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_that_mean_a_topic_become_its_id_and_the_others_are_counted()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddContactsAsync("ana", 3, Token, "santé", "volcanoes");
        var bea = await desk.AddContactsAsync("bea", 1, Token, "volcanoes", "sailing", "reefs");
        await desk.AddRuleListAsync(new ListRule { Topics = ["migrants", "sailing"] }, Token);
        await SampleTopics.AddAsync(desk.Get<TopicStore>(), Token);

        await GatherAsync(desk);

        var found = await desk.Get<GatherTopics>().FindAsync(Token);
        Assert.Equal((3, true), (found!.Mapped, found.FinishedAt is not null));
        Assert.Equal([("volcanoes", 4), ("sailing", 2)], found.Unknown.Select(word => (word.Key, word.Value)));
        var contacts = await ContactsAsync(desk);
        Assert.Equal(3, contacts.Count(contact => contact.Topics.SequenceEqual(["health", "volcanoes"])));
        Assert.Equal(["volcanoes", "sailing", "reefs"], contacts.Single(contact => contact.Id == bea[0]).Topics);
        Assert.Equal(["migration", "sailing"], (await desk.Get<MediaListStore>().FindAsync(RuleLists.List, Token))!.Value.Rule!.Topics);
        var index = await desk.Get<SearchContacts>().RunAsync(new ContactQuery { Topic = "health" }, 10, null, Token);
        Assert.Equal(3, index!.Items.Count);
    }

    [Fact]
    public async Task A_run_that_is_cut_off_resumes_and_counts_nothing_twice()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        await desk.AddContactsAsync("ana", 5, Token, "santé", "volcanoes");
        await SampleTopics.AddAsync(desk.Get<TopicStore>(), Token);
        await desk.Get<GatherTopics>().StartAsync(Token);
        proxy.On(StorageRequest.Is("PUT", "Contacts"), StorageFault.Refuse(400), skip: 2);

        await Assert.ThrowsAnyAsync<Exception>(() => desk.Get<GatherTopics>().RunAsync("all", Token));
        await desk.RunQueuesAsync(Token);

        Assert.All(await ContactsAsync(desk), contact => Assert.Equal(["health", "volcanoes"], contact.Topics));
        Assert.Equal(5, (await desk.Get<GatherTopics>().FindAsync(Token))!.Unknown["volcanoes"]);
    }

    [Fact]
    public async Task A_list_by_rule_takes_who_covers_a_wider_topic_and_follows_when_the_vocabulary_changes()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var wider = await desk.AddContactsAsync("ana", 1, Token, "health");
        var other = await desk.AddContactsAsync("bea", 1, Token, "reefs");
        await SampleTopics.AddAsync(desk.Get<TopicStore>(), Token);
        await desk.AddRuleListAsync(new ListRule { Topics = ["vaccination"] }, Token);
        await desk.RunQueuesAsync(Token);
        Assert.Equal(wider, await desk.MembersAsync(Token));

        var topics = desk.Get<TopicStore>();
        var read = (await topics.FindAsync("vaccination", Token))!;
        await topics.ReplaceAsync(read, read.Value with { Parent = "reefs" }, Token);
        await desk.RunQueuesAsync(Token);

        Assert.Equal(other, await desk.MembersAsync(Token));
    }

    [Fact]
    public async Task A_topic_in_use_is_deleted_only_in_favour_of_another_which_then_means_its_words()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await SampleTopics.AddAsync(desk.Get<TopicStore>(), Token);
        var contact = (await desk.AddContactsAsync("ana", 1, Token, "migration"))[0];
        await desk.Get<SyncContact>().RunAsync(contact, Token);

        Assert.Contains("Contacts cover it", Use(await RemoveAsync(desk, "migration", null)), StringComparison.Ordinal);
        Assert.Contains("below it", Use(await RemoveAsync(desk, "health", "reefs")), StringComparison.Ordinal);
        Assert.IsType<RemoveTopicResult.Invalid>(await RemoveAsync(desk, "migration", "migration"));
        Assert.IsType<RemoveTopicResult.Removed>(await RemoveAsync(desk, "migration", "reefs"));
        await desk.RunQueuesAsync(Token);

        Assert.Equal(["reefs"], (await desk.Get<ContactStore>().FindAsync(contact, Token))!.Value.Topics);
        var book = await desk.Get<TopicStore>().ReadAsync(Token);
        Assert.Equal(["reefs", "reefs", "reefs"], new[] { "migration", "Migración", "refugies" }.Select(book.Find));
        Assert.IsType<RemoveTopicResult.Removed>(await RemoveAsync(desk, "vaccination", null));
    }

    private static string Use(RemoveTopicResult result) => Assert.IsType<RemoveTopicResult.InUse>(result).Use;

    private static async Task<RemoveTopicResult> RemoveAsync(DispatchHost desk, string topic, string? replacement) =>
        await desk.Get<RemoveTopic>().RunAsync((await desk.Get<TopicStore>().FindAsync(topic, Token))!, replacement, Token);

    private static async Task GatherAsync(DispatchHost desk)
    {
        await desk.Get<GatherTopics>().StartAsync(Token);
        await desk.RunQueuesAsync(Token);
    }

    private static async Task<IReadOnlyList<Contact>> ContactsAsync(DispatchHost desk) =>
        [.. (await desk.Get<ContactStore>().PageAsync(100, null, Token)).Items.Select(contact => contact.Value)];
}

using Distribution.Platform.Audit;
using Distribution.Platform.Storage;
using Distribution.Testing;

namespace Distribution.Tests.Platform.Audit;

public sealed class AuditStoreTests(Azurite azurite) : CoreHostTests(azurite)
{
    private static readonly Actor Ana = new("ana", "key-of-ana");

    private AuditStore Audit => App.Get<AuditStore>();

    [Fact]
    public async Task Entries_are_read_newest_first_and_part_by_part()
    {
        foreach (var number in Enumerable.Range(1, 3))
        {
            await Audit.AddAsync("contacts.exported", Ana, "contacts", new Dictionary<string, string> { ["count"] = $"{number}" }, Token);
            App.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await Audit.PageAsync(null, 2, null, Token);
        var second = await Audit.PageAsync(null, 2, first.After, Token);

        Assert.Equal(["3", "2", "1"], first.Items.Concat(second.Items).Select(entry => entry.Value.Details["count"]));
        Assert.Null(second.After);
        var entry = first.Items[0].Value;
        Assert.Equal(("contacts.exported", "ana", "key-of-ana", "contacts"), (entry.Action, entry.By, entry.Key, entry.Subject));
    }

    [Fact]
    public async Task Entries_about_one_subject_are_told_from_others()
    {
        await Audit.AddAsync("contacts.merged", Ana, "contact:a", new Dictionary<string, string>(), Token);
        await Audit.AddAsync("contacts.merged", Ana, "contact:b", new Dictionary<string, string>(), Token);

        Assert.Equal("contact:b", Assert.Single((await Audit.PageAsync("contact:b", 10, null, Token)).Items).Value.Subject);
    }

    [Fact]
    public async Task What_a_repeat_adds_once_more_is_there_once_and_never_changed()
    {
        AuditEntry entry =
            new() { Id = "merge.1", At = App.Clock.GetUtcNow(), Action = "contacts.merged", By = "ana", Subject = "contact:a" };

        await Audit.AddAsync(entry, Token);
        await Audit.AddAsync(entry with { By = "bo" }, Token);

        Assert.Equal("ana", Assert.Single((await Audit.PageAsync(null, 10, null, Token)).Items).Value.By);
    }

    [Fact]
    public async Task Fields_that_were_changed_are_kept_with_what_they_were()
    {
        await Audit.AddAsync("contacts.replaced", Ana, "contact:a", [new("status", "active", "archived"), new("name")], Token);

        var entry = Assert.Single((await Audit.PageAsync("contact:a", 10, null, Token)).Items).Value;
        Assert.Equal([new("status", "active", "archived"), new("name")], entry.Changes);
    }

    [Fact]
    public async Task A_subject_is_read_from_its_own_partition_part_by_part()
    {
        foreach (var subject in new[] { "contact:a", "contact:ab", "contact:a", "contact" })
        {
            await Audit.AddAsync("contacts.merged", Ana, subject, new Dictionary<string, string>(), Token);
            App.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        var first = await Audit.PageAsync("contact:a", 1, null, Token);
        var second = await Audit.PageAsync("contact:a", 1, first.After, Token);

        Assert.NotNull(first.After);
        Assert.Null(second.After);
        Assert.Equal(App.Clock.GetUtcNow().AddSeconds(-4), Assert.Single(second.Items).Value.At);
        Assert.Equal("subject:contact:a", Assert.Single(second.Items).Entity.PartitionKey);
    }

    [Fact]
    public async Task A_repeat_after_a_crash_between_the_two_rows_adds_the_one_that_is_missing()
    {
        AuditEntry entry =
            new() { Id = "merge.1", At = App.Clock.GetUtcNow(), Action = "contacts.merged", By = "ana", Subject = "contact:a" };
        await Audit.AddAsync(entry, Token);
        var whole = Assert.Single((await Audit.PageAsync(null, 10, null, Token)).Items);
        await new Rows<AuditEntry>(App.Get<Tables>()[Tables.Audit]).DeleteAsync(whole, Token);

        await Audit.AddAsync(entry, Token);

        Assert.Single((await Audit.PageAsync(null, 10, null, Token)).Items);
        Assert.Single((await Audit.PageAsync("contact:a", 10, null, Token)).Items);
    }
}

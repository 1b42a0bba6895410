using Distribution.Contacts.Contacts;
using Distribution.Contacts.Outlets;
using Distribution.Contacts.Search;
using Distribution.Platform.Storage;

namespace Distribution.Tests.Contacts.Search;

public sealed class IndexRowsTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    private static readonly Dictionary<string, Outlet> Outlets = new()
    {
        ["gazette"] = new() { Id = "gazette", Name = "L'Équipe", Type = OutletType.Daily },
        ["radio"] = new() { Id = "radio", Name = "Radio Uno", Type = OutletType.Radio },
    };

    private static readonly Contact Rosa = new()
    {
        Id = "1d",
        Address = "rosa@press.example.org",
        Name = "Rosa Núñez",
        Languages = ["es-MX", "en"],
        Countries = ["TT", "JM"],
        Topics = ["reefs"],
        Tags = ["vip"],
        Positions = [new() { Outlet = "gazette", From = new(2026, 1, 1) }, new() { Outlet = "radio", Until = new(2025, 12, 31) }],
        Source = "card",
        SourceDate = Now,
        LawfulBasis = LawfulBasis.Consent,
    };

    [Fact]
    public void A_contact_is_in_the_partition_of_each_of_its_facets_by_name() => Assert.Equal(
        [
            "active.all", "active.country:JM", "active.country:TT", "active.language:en", "active.language:es", "active.language:es-MX",
            "active.list:everyone",
            "active.outlet:gazette", "active.outlet:radio", "active.outletType:Daily", "active.tag:vip", "active.topic:reefs",
        ],
        Rows(Rosa).Where(row => row.Key.Row == "rosa-nunez!1d").Select(row => row.Key.Partition).Order(StringComparer.Ordinal));

    [Fact]
    public void A_contact_is_in_the_partitions_of_its_words_by_word_and_name() => Assert.Equal(
        [
            "active.word:e equipe", "active.word:e example", "active.word:l l", "active.word:l lequipe", "active.word:n nunez",
            "active.word:p press",
            "active.word:r rosa",
        ],
        Rows(Rosa).Where(row => row.Entry.Words is not null).Select(row =>
        {
            Assert.EndsWith("!rosa-nunez!1d", row.Key.Row, StringComparison.Ordinal);
            return $"{row.Key.Partition} {row.Key.Row[..row.Key.Row.IndexOf('!', StringComparison.Ordinal)]}";
        }));

    [Fact]
    public void Every_row_has_the_flags_of_all_facets_and_rows_of_words_also_those_of_beginnings()
    {
        var rows = Rows(Rosa);
        Assert.All(
            rows,
            row => Assert.Superset(new HashSet<string>([Facet.Country("TT").Flag, Facet.List("everyone").Flag]), row.Flags.ToHashSet()));
        Assert.All(rows, row => Assert.Equal(row.Entry.Words is not null, row.Flags.Contains(Facet.Start("nun").Flag)));
    }

    [Fact]
    public void A_row_knows_what_its_word_shares_with_the_one_before() => Assert.Equal(
        [("maria", 0), ("mariana", 5), ("marta", 3)],
        Rows(Rosa with { Name = "María Mariana Marta", Positions = [], Address = "maria@example.org" })
            .Where(row => row.Entry.Words is not null)
                .Select(row => (row.Key.Row[..row.Key.Row.IndexOf('!', StringComparison.Ordinal)], row.Entry.Shared!.Value))
                .Where(word => word.Item1.StartsWith("mar", StringComparison.Ordinal)));

    [Fact]
    public void What_is_archived_is_apart() =>
        Assert.All(
            Rows(Rosa with { Status = ContactStatus.Archived }),
            row => Assert.StartsWith("archived.", row.Key.Partition, StringComparison.Ordinal));

    [Fact]
    public void The_summary_shows_the_outlet_they_work_for_now()
    {
        Assert.Equal("gazette", Rows(Rosa)[0].Entry.Summary.Outlet!.Id);
        Assert.Null(Rows(Rosa with { Positions = [new() { Outlet = "radio", Until = new(2025, 12, 31) }] })[0].Entry.Summary.Outlet);
    }

    [Theory]
    [InlineData("health/beats", "active.topic:health_beats~")]
    [InlineData("c#", "active.topic:c_~")]
    [InlineData("50 % off?", "active.topic:50 _ off_~")]
    [InlineData("réefs & seas", "active.topic:réefs & seas")]
    public void Any_topic_makes_a_lawful_partition(string topic, string partition)
    {
        var found = Facet.Topic(topic).Partition(ContactStatus.Active);
        Assert.StartsWith(partition, found, StringComparison.Ordinal);
        Assert.True(RowKey.IsAllowed(found));
        Assert.NotEqual(Facet.Topic("health_beats").Partition(ContactStatus.Active), found);
    }

    [Fact]
    public void The_longest_contact_makes_lawful_rows()
    {
        var word = string.Concat(Enumerable.Repeat("𠮷", 100));
        var rows = Rows(Rosa with
        {
            Name = word,
            GivenName = string.Join(' ', Enumerable.Range(0, 100).Select(number => $"a{number}")),
            Topics = [.. Enumerable.Range(0, 100).Select(number => $"{number}/{new string('x', 90)}")],
            Tags = [.. Enumerable.Range(0, 100).Select(number => $"tag {number}")],
            Countries = [.. Enumerable.Range(0, 50).Select(number => $"{number:00}")],
        });

        Assert.All(rows, row => Assert.True(RowKey.IsAllowed(row.Key.Row) && RowKey.IsAllowed(row.Key.Partition)));
        Assert.All(rows, row => Assert.True(row.ToEntity().Count < 250));
        Assert.All(rows, row => Assert.True(row.Entry.IsCrowded && row.Entry.Facets!.Contains("topic:99/" + new string('x', 90))));
        Assert.Equal(rows.Count, rows.Select(row => row.Key).Distinct().Count());
        Assert.True(rows.Count < 400);
    }

    private static IReadOnlyList<IndexRow> Rows(Contact contact) => IndexRows.Create(contact, Outlets, ["everyone"], Now);
}

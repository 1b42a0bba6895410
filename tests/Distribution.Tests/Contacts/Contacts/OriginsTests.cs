using Distribution.Contacts.Contacts;

namespace Distribution.Tests.Contacts.Contacts;

public sealed class OriginsTests
{
    private static readonly DateTimeOffset Spring = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Autumn = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Winter = new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Contact Rosa = new()
    {
        Id = "id",
        Address = "rosa@example.org",
        Name = "Rosa Núñez",
        Languages = ["es"],
        Topics = ["reefs"],
        Source = "card",
        SourceDate = Spring,
        LawfulBasis = LawfulBasis.Consent,
    };

    [Fact]
    public void What_a_new_source_repeats_still_comes_from_the_old_one_and_the_rest_from_the_new()
    {
        var now = Origins.Carry(Rosa, Rosa with { Topics = ["fishing"], Source = "telephone", SourceDate = Autumn });

        Assert.Equal(new Origin("card", Spring), now.Origins["name"]);
        Assert.DoesNotContain("topics", now.Origins);
        Assert.Equal(("telephone", Autumn), (now.Source, now.SourceDate));
    }

    [Fact]
    public void An_origin_outlives_several_sources_until_the_fact_changes()
    {
        var autumn = Origins.Carry(Rosa, Rosa with { Topics = ["fishing"], Source = "telephone", SourceDate = Autumn });
        var winter = Origins.Carry(autumn, autumn with { Name = "Rosa N.", Source = "mail", SourceDate = Winter });

        Assert.Equal(new Origin("card", Spring), winter.Origins["languages"]);
        Assert.Equal(new Origin("telephone", Autumn), winter.Origins["topics"]);
        Assert.DoesNotContain("name", winter.Origins);
    }

    [Fact]
    public void The_same_source_tells_nothing_apart() => Assert.Empty(Origins.Carry(Rosa, Rosa with { Name = "Rosa N." }).Origins);
}

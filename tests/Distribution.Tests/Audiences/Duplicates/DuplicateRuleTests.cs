using Distribution.Audiences.Duplicates;
using Distribution.Contacts.Contacts;

namespace Distribution.Tests.Audiences.Duplicates;

public sealed class DuplicateRuleTests
{
    private static readonly DateTimeOffset Spring = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Autumn = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("Rosa Núñez|gazette|", "Núñez, Rosa|gazette|", "name outlet")]
    [InlineData("Rosa Núñez|gazette,radio|", "rosa nunez|herald,radio|", "name outlet")]
    [InlineData("Rosa Núñez||+442079460958", "Rosa Nunez||+442079460958", "name phone")]
    [InlineData("Rosa Núñez|gazette|+442079460958", "Rosa Núñez|gazette|+442079460958", "name outlet phone")]
    [InlineData("Rosa Núñez|gazette|+442079460958", "R. Núñez|herald|+442079460958", "name phone")]
    [InlineData("Rosa Núñez||+442079460958 12", "Rosa Núñez||+442079460958 12", "name phone")]
    public void The_same_name_with_an_outlet_or_a_number_and_a_number_with_a_similar_name_are_one_person(
        string first, string second, string facts) =>
        Assert.Equal(facts, string.Join(' ', DuplicateRule.Compare(Contact(first), Contact(second)).Select(fact => fact.Fact)));

    [Theory]
    [InlineData("Rosa Núñez|gazette|", "Rosa Núñez|herald|", "a namesake at another outlet")]
    [InlineData("Rosa Núñez||", "Rosa Núñez||", "a namesake of whom nothing is known")]
    [InlineData("Rosa Núñez|gazette|+442079460958", "Juan Pérez|gazette|+442079460958", "a colleague at the newsroom's number")]
    [InlineData("Rosa Núñez||+442079460958", "Juan Núñez||+442079460958", "somebody of the family")]
    [InlineData("Rosa Núñez|gazette|", "R. Núñez|gazette|", "a similar name at the same outlet")]
    [InlineData("Rosa Núñez||+442079460958", "Rosa Núñez||+442079460959", "a namesake with another number")]
    [InlineData("Rosa Núñez||+442079460958 12", "Rosa Núñez||+442079460958 13", "another extension")]
    [InlineData("Rosa Núñez||fax:+442079460958", "Rosa Núñez||fax:+442079460958", "a shared fax")]
    [InlineData("news@example.org|gazette|+442079460958", "news@example.org|gazette|+442079460958", "no name")]
    public void Others_are_not(string first, string second, string why) =>
        Assert.True(DuplicateRule.Compare(Contact(first), Contact(second)).Count == 0, why);

    [Fact]
    public void The_evidence_says_what_each_has_and_where_it_comes_from()
    {
        var rosa = Contact("Rosa Núñez|gazette|");
        var other = Contact("NUNEZ Rosa|gazette|") with
        {
            Source = "file",
            SourceDate = Autumn,
            Origins = new Dictionary<string, Origin> { ["positions"] = new("card", Spring) }
        };

        var facts = DuplicateRule.Compare(rosa, other);

        Assert.Equal(new SharedFact("name", new("Rosa Núñez", new("card", Spring)), new("NUNEZ Rosa", new("file", Autumn))), facts[0]);
        Assert.Equal(new SharedFact("outlet", new("gazette", new("card", Spring)), new("gazette", new("card", Spring))), facts[1]);
    }

    [Theory]
    [InlineData("Rosa Núñez|gazette|", "Núñez, Rosa|gazette|", true, false)]
    [InlineData("Rosa Núñez||+442079460958", "Rosa Nunez||+442079460958", true, true)]
    [InlineData("Rosa Núñez||+442079460958", "Juan Pérez||+442079460958", false, true)]
    [InlineData("Rosa Núñez|gazette|", "Rosa Núñez|herald|", false, false)]
    public void Who_may_be_one_person_shares_a_key(string first, string second, bool name, bool number)
    {
        var (one, other) = (Contact(first), Contact(second));
        Assert.Equal(name, DuplicateKeys.OfName(one).Intersect(DuplicateKeys.OfName(other)).Any());
        Assert.Equal(number, DuplicateKeys.OfNumber(one).Intersect(DuplicateKeys.OfNumber(other)).Any());
    }

    /// <summary>Name, outlets and numbers with an extension.</summary>
    private static Contact Contact(string text)
    {
        var parts = text.Split('|');
        return new()
        {
            Id = "id",
            Address = "rosa@example.org",
            Name = parts[0],
            Positions = [.. Split(parts[1]).Select(outlet => new Position { Outlet = outlet })],
            Phones = [.. Split(parts[2]).Select(Phone)],
            Languages = ["es"],
            Source = "card",
            SourceDate = Spring,
            LawfulBasis = LawfulBasis.Consent,
        };
    }

    private static string[] Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries);

    private static ContactPhone Phone(string text)
    {
        var number = text.Replace("fax:", "", StringComparison.Ordinal).Split(' ');
        return new()
        {
            Number = number[0],
            Extension = number.Length > 1 ? number[1] : null,
            Kind = text.StartsWith("fax:", StringComparison.Ordinal) ? PhoneKind.Fax : PhoneKind.Work,
        };
    }
}

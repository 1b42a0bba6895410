using Distribution.Audiences.Imports;
using Distribution.Contacts.Contacts;

namespace Distribution.Tests.Audiences.Imports;

public sealed class ImportRuleTests
{
    private static readonly DateTimeOffset Spring = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Autumn = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly Contact Known = new()
    {
        Id = "id",
        Address = "rosa@example.org",
        Name = "Rosa Núñez",
        Languages = ["es"],
        Topics = ["reefs"],
        Phones = [new() { Number = "+442079460958" }],
        Notes = "Calls back.",
        Source = "card",
        SourceDate = Spring,
        LawfulBasis = LawfulBasis.Consent,
    };

    private static readonly Contact Row = Known with
    {
        Id = "",
        Name = "Rosa N.",
        GivenName = "Rosa",
        Languages = ["en"],
        Topics = ["fishing"],
        Phones = [new() { Number = "+442079460959" }],
        Notes = null,
        Source = "file",
        SourceDate = Autumn,
        LawfulBasis = LawfulBasis.PublicTask,
    };

    [Fact]
    public void Keep_changes_nothing() => Assert.Same(Known, ImportRule.Merge(Known, Row, ExistingContacts.Keep));

    [Fact]
    public void Fill_adds_what_is_missing_and_changes_nothing_that_is_there()
    {
        var merged = ImportRule.Merge(Known, Row, ExistingContacts.Fill);

        Assert.Equal(("Rosa Núñez", "Rosa", "Calls back."), (merged.Name, merged.GivenName, merged.Notes));
        Assert.Equal(["es", "reefs", "fishing"], [.. merged.Languages, .. merged.Topics]);
        Assert.Equal(["+442079460958", "+442079460959"], merged.Phones.Select(phone => phone.Number));
    }

    [Fact]
    public void Replace_takes_what_the_file_says_and_keeps_what_it_does_not_say()
    {
        var merged = ImportRule.Merge(Known, Row, ExistingContacts.Replace);

        Assert.Equal(("Rosa N.", "Calls back."), (merged.Name, merged.Notes));
        Assert.Equal(
            ["en", "fishing", "+442079460959"], [.. merged.Languages, .. merged.Topics, .. merged.Phones.Select(phone => phone.Number)]);
    }

    [Theory]
    [InlineData(ExistingContacts.Fill)]
    [InlineData(ExistingContacts.Replace)]
    public void Id_address_status_and_lawful_basis_stay_and_what_is_new_says_where_it_comes_from(ExistingContacts policy)
    {
        var merged = ImportRule.Merge(Known with { Status = ContactStatus.Archived }, Row with { Address = "other@example.org" }, policy);

        Assert.Equal(
            ("id", "rosa@example.org", ContactStatus.Archived, LawfulBasis.Consent),
            (merged.Id, merged.Address, merged.Status, merged.LawfulBasis));
        Assert.Equal(("file", new Origin("card", Spring)), (merged.Source, merged.Origins["notes"]));
        Assert.DoesNotContain("topics", merged.Origins);
    }

    [Theory]
    [InlineData(ExistingContacts.Fill)]
    [InlineData(ExistingContacts.Replace)]
    public void The_same_once_more_is_the_very_same(ExistingContacts policy)
    {
        var merged = ImportRule.Merge(Known, Row, policy);

        Assert.Same(merged, ImportRule.Merge(merged, Row with { SourceDate = Autumn.AddDays(1) }, policy));
    }

    [Fact]
    public void An_address_that_stands_for_a_missing_name_never_replaces_one_and_is_replaced_by_one()
    {
        Assert.Equal("Rosa Núñez", ImportRule.Merge(Known, Row with { Name = Row.Address }, ExistingContacts.Replace).Name);
        Assert.Equal("Rosa N.", ImportRule.Merge(Known with { Name = Known.Address }, Row, ExistingContacts.Fill).Name);
    }
}

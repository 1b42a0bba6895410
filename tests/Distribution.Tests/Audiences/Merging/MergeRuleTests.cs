using Distribution.Audiences.Merging;
using Distribution.Contacts.Contacts;

namespace Distribution.Tests.Audiences.Merging;

public sealed class MergeRuleTests
{
    private static readonly DateTimeOffset Spring = new(2026, 4, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Autumn = new(2026, 10, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly Position Gazette = new() { Outlet = "gazette", Role = "health correspondent", From = new(2024, 1, 1) };
    private static readonly Position Radio = new() { Outlet = "radio", Until = new(2023, 12, 31) };

    private static readonly Contact Kept = new()
    {
        Id = "kept",
        Address = "rosa@example.org",
        Name = "Rosa Núñez",
        Phones = [new() { Number = "+442079460958" }],
        Positions = [Gazette],
        Languages = ["es"],
        Topics = ["reefs"],
        Notes = "Calls back.",
        Source = "card",
        SourceDate = Spring,
        LawfulBasis = LawfulBasis.Consent,
    };

    private static readonly Contact Other = new()
    {
        Id = "other",
        Address = "r.nunez@example.net",
        OtherAddresses = ["nunez@example.com"],
        Name = "R. Núñez",
        GivenName = "Rosa",
        Phones = [new() { Number = "+442079460958" }, new() { Number = "+442079460959" }],
        Positions = [new() { Outlet = "gazette" }, Radio],
        Languages = ["en"],
        Countries = ["TT"],
        Topics = ["fishing"],
        TimeZone = "America/Port_of_Spain",
        Notes = "Speaks fast.",
        Source = "file",
        SourceDate = Autumn,
        LawfulBasis = LawfulBasis.PublicTask,
        Origins = new Dictionary<string, Origin> { ["phones"] = new("telephone", Spring) },
        Aliases = ["older"],
    };

    private static Contact Joined => MergeRule.Join(Kept, Other);

    [Fact]
    public void What_is_missing_is_added_and_nothing_that_is_there_is_changed()
    {
        Assert.Equal(("kept", "rosa@example.org", "Rosa Núñez", "Rosa"), (Joined.Id, Joined.Address, Joined.Name, Joined.GivenName));
        Assert.Equal(["r.nunez@example.net", "nunez@example.com"], Joined.OtherAddresses);
        Assert.Equal(["+442079460958", "+442079460959"], Joined.Phones.Select(phone => phone.Number));
        Assert.Equal(["es", "TT", "reefs", "fishing"], [.. Joined.Languages, .. Joined.Countries, .. Joined.Topics]);
        Assert.Equal(("Calls back.\n\nSpeaks fast.", LawfulBasis.Consent), (Joined.Notes, Joined.LawfulBasis));
    }

    [Fact]
    public void Positions_are_joined_the_main_one_first_and_what_is_known_better_is_not_said_twice() =>
        Assert.Equal([Gazette, Radio], Joined.Positions);

    [Fact]
    public void The_other_and_whoever_was_merged_into_it_become_aliases() => Assert.Equal(["other", "older"], Joined.Aliases);

    [Fact]
    public void Each_fact_says_where_it_comes_from()
    {
        Assert.Equal(("card", Spring), (Joined.Source, Joined.SourceDate));
        Assert.DoesNotContain("name", Joined.Origins);
        Assert.Equal(new Origin("telephone", Spring), Joined.Origins["phones"]);
        Assert.Equal(new Origin("file", Autumn), Joined.Origins["topics"]);
        Assert.Equal(new Origin("file", Autumn), Joined.Origins["givenName"]);
    }

    [Fact]
    public void An_address_that_stands_for_a_missing_name_never_becomes_the_others_name() =>
        Assert.Equal("rosa@example.org", MergeRule.Join(Kept with { Name = "rosa@example.org" }, Other with { Name = Other.Address }).Name);

    [Theory]
    [InlineData(null, "Speaks fast.", "Speaks fast.")]
    [InlineData("Calls back.", null, "Calls back.")]
    [InlineData("Calls back. Speaks fast.", "Speaks fast.", "Calls back. Speaks fast.")]
    public void Notes_are_not_said_twice(string? kept, string? other, string joined) =>
        Assert.Equal(joined, MergeRule.Join(Kept with { Notes = kept }, Other with { Notes = other }).Notes);

    [Fact]
    public void Notes_that_do_not_fit_leave_those_that_are_there() =>
        Assert.Equal(
            new string('a', 3_000), MergeRule.Join(Kept with { Notes = new('a', 3_000) }, Other with { Notes = new('b', 1_000) }).Notes);

    [Fact]
    public void Undone_at_once_everything_is_as_it_was() => AssertSame(Kept, TakeBack(Joined));

    [Fact]
    public void What_was_changed_since_stays_as_it_is()
    {
        var now = Joined with
        {
            Name = "Rosa N.",
            GivenName = "Rosita",
            Notes = "Calls back.\n\nSpeaks fast. Has a dog.",
            Topics = ["reefs", "fishing", "sailing"],
            Phones = [new() { Number = "+442079460958" }, new() { Number = "+442079460959", Extension = "7" }],
            TimeZone = "America/Jamaica",
            OtherAddresses = ["new@example.org", .. Joined.OtherAddresses],
        };

        var taken = TakeBack(now);

        Assert.Equal(("Rosa N.", "Rosita", "America/Jamaica"), (taken.Name, taken.GivenName, taken.TimeZone));
        Assert.Equal("Calls back.\n\nSpeaks fast. Has a dog.", taken.Notes);
        Assert.Equal(["reefs", "sailing"], taken.Topics);
        Assert.Equal("7", taken.Phones[1].Extension);
        Assert.Equal(["new@example.org"], taken.OtherAddresses);
    }

    [Fact]
    public void What_both_had_stays() => Assert.Equal(["+442079460958"], TakeBack(Joined).Phones.Select(phone => phone.Number));

    [Fact]
    public void Where_mail_goes_to_the_others_address_by_now_it_goes_to_the_old_one_again()
    {
        var taken = TakeBack(Joined with { Address = "r.nunez@example.net", OtherAddresses = ["rosa@example.org", "nunez@example.com"] });

        Assert.Equal("rosa@example.org", taken.Address);
        Assert.Empty(taken.OtherAddresses);
    }

    private static Contact TakeBack(Contact now)
    {
        Merge merge = new()
        {
            Id = "merge",
            Kept = "kept",
            Other = "other",
            At = Autumn,
            By = "ana",
            KeptBefore = Kept,
            KeptAfter = Joined,
            OtherBefore = Other
        };
        return MergeRule.TakeBack(now, merge, Other.AllAddresses.Contains);
    }

    private static void AssertSame(Contact expected, Contact actual)
    {
        Assert.True(Origins.AreSame(expected, actual));
        Assert.Equal((expected.Source, expected.SourceDate), (actual.Source, actual.SourceDate));
        Assert.Equal(expected.Aliases, actual.Aliases);
        Assert.Equal(expected.Origins, actual.Origins);
    }
}

using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;

namespace Distribution.Tests.Publisher.Users;

public sealed class AccessTests
{
    private static readonly OfficeTree Tree = new([Office("caribbean", null), Office("kingston", "caribbean"), Office("nassau", null)]);

    [Theory]
    [InlineData("caribbean", true)]
    [InlineData("kingston", true)]
    [InlineData("nassau", false)]
    [InlineData(null, false)]
    public void A_role_at_an_office_holds_there_and_below(string? office, bool may) =>
        Assert.Equal(may, new Access([new(Role.Author, "caribbean")], Role.Administrator, []).At(office, Role.Author, Tree));

    [Theory]
    [InlineData(Role.Viewer, true)]
    [InlineData(Role.Author, true)]
    [InlineData(Role.Approver, false)]
    public void A_role_includes_those_before_it_and_no_other(Role role, bool may) =>
        Assert.Equal(may, new Access([new(Role.Author)], Role.Administrator, []).At("nassau", role, Tree));

    [Fact]
    public void A_key_can_do_no_more_than_its_own_role() =>
        Assert.False(new Access([new(Role.Administrator)], Role.Viewer, []).At("nassau", Role.Author, Tree));

    [Fact]
    public void A_key_for_an_office_does_nothing_elsewhere()
    {
        Access access = new([new(Role.Administrator)], Role.Administrator, ["caribbean"]);

        Assert.True(access.At("kingston", Role.Approver, Tree));
        Assert.False(access.At("nassau", Role.Viewer, Tree));
        Assert.False(access.Everywhere(Role.Viewer));
    }

    [Fact]
    public void A_role_at_a_child_says_nothing_about_its_parent() =>
        Assert.False(new Access([new(Role.Approver, "kingston")], Role.Administrator, []).At("caribbean", Role.Viewer, Tree));

    [Theory]
    [InlineData(null, "nassau", true)]
    [InlineData("nassau", "nassau", true)]
    [InlineData("caribbean", "kingston", true)]
    [InlineData("kingston", "caribbean", true)]
    [InlineData("kingston", "nassau", false)]
    [InlineData("caribbean", "nassau", false)]
    [InlineData("nassau", "gone", false)]
    public void A_key_for_an_office_holds_no_role_where_its_user_has_none_there_any_more(string? granted, string office, bool holds) =>
        Assert.Equal(holds, new Access([new(Role.Author, granted)], Role.Administrator, [office]).Anywhere(Role.Author, Tree));

    [Fact]
    public void A_key_for_no_office_holds_what_its_user_holds_and_no_more_than_its_own_role()
    {
        Access access = new([new(Role.Author, "kingston")], Role.Viewer, []);

        Assert.True(access.Anywhere(Role.Viewer, Tree));
        Assert.False(access.Anywhere(Role.Author, Tree));
    }

    private static Office Office(string id, string? parent) => new()
    {
        Id = id,
        Names = new([new("en", id)]),
        Country = "TT",
        TimeZone = "America/Port_of_Spain",
        ReplyAddress = "press@example.org",
        Parent = parent,
    };
}

using Distribution.Contacts.Contacts;
using Distribution.Platform.Validation;

namespace Distribution.Tests.Contacts.Contacts;

public sealed class ChangeEmployerRuleTests
{
    private static readonly DateOnly Day = new(2026, 12, 1);

    [Fact]
    public void The_new_position_is_the_main_one_and_the_one_that_is_left_ends_the_day_before()
    {
        var moved = Move([At("gazette"), At("weekly", "columnist"), At("past") with { Until = Day.AddYears(-1) }], To("radio") with { Role = " anchor " });

        Assert.Equal(
            [
                At("radio", "anchor") with { From = Day },
                At("gazette") with { Until = Day.AddDays(-1) },
                At("weekly", "columnist"),
                At("past") with { Until = Day.AddYears(-1) },
            ],
            moved);
    }

    [Fact]
    public void Of_several_the_one_that_is_named_is_left()
    {
        var moved = Move([At("gazette"), At("weekly")], To("radio") with { From = "weekly" });

        Assert.Equal([null, null, Day.AddDays(-1)], moved.Select(position => position.Until));
    }

    [Fact]
    public void Whoever_works_for_nobody_on_that_day_only_begins() =>
        Assert.Equal(
            [At("radio") with { From = Day }, At("gazette") with { Until = Day.AddDays(-1) }],
            Move([At("gazette") with { Until = Day.AddDays(-1) }], To("radio")));

    [Fact]
    public void Another_role_at_the_same_outlet_is_a_move() =>
        Assert.Equal(["editor", "reporter"], Move([At("gazette", "reporter")], To("gazette") with { Role = "editor" }).Select(position => position.Role));

    [Theory]
    [InlineData("gazette", "reporter", null, -10, "outlet", "is already their outlet, in the same role.")]
    [InlineData("radio", null, "elsewhere", -10, "from", "is not the id of an outlet that they work for on that day.")]
    [InlineData("radio", null, null, 0, "date", "is not after the first day of the old position.")]
    [InlineData("radio", "a\nb", null, -10, "role", null)]
    public void What_cannot_be_is_refused_by_field(string outlet, string? role, string? from, int begun, string field, string? message)
    {
        FieldErrors errors = new();

        ChangeEmployerRule.Change([At("gazette", "reporter") with { From = Day.AddDays(begun) }], To(outlet) with { Role = role, From = from }, Day, errors);

        var error = Assert.Single(errors.ToDictionary());
        Assert.Equal((field, message ?? error.Value[0]), (error.Key, error.Value[0]));
    }

    private static IReadOnlyList<Position> Move(IReadOnlyList<Position> positions, ChangeEmployerInput input)
    {
        FieldErrors errors = new();
        var moved = ChangeEmployerRule.Change(positions, input, Day, errors);
        Assert.False(errors.Any);
        return moved;
    }

    private static Position At(string outlet, string? role = null) => new() { Outlet = outlet, Role = role };

    private static ChangeEmployerInput To(string outlet) => new() { Outlet = outlet, Source = "telephone" };
}

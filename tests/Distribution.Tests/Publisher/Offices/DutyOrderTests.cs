using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests.Publisher.Offices;

public sealed class DutyOrderTests
{
    /// <summary>A Tuesday, 9:00 in Port of Spain and 8:00 in Kingston.</summary>
    private static readonly DateTimeOffset Morning = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    private const string Now = "tuesday 08:00-17:00";
    private const string Later = "friday 08:00-17:00";

    [Theory]
    [InlineData("fr", "b-french", "a-english", "c-any", "d-desk")]
    [InlineData("fr-CA", "b-french", "a-english", "c-any", "d-desk")]
    [InlineData("en", "a-english", "b-french", "c-any", "d-desk")]
    [InlineData("es", "c-any", "a-english", "b-french", "d-desk")]
    [InlineData("pt", "a-english", "b-french", "c-any", "d-desk")]
    [InlineData(null, "a-english", "b-french", "c-any", "d-desk")]
    public void Those_who_speak_the_language_come_first_then_the_others_then_the_office_above(string? language, params string[] expected)
    {
        var found = Order(
            language,
            Officer("d-desk", PressOffice.Desk, Now, "fr", "es"),
            Officer("c-any", PressOffice.Child, "", "es"),
            Officer("b-french", PressOffice.Child, Now, "fr", "en"),
            Officer("a-english", PressOffice.Child, Now, "en"));

        Assert.Equal(expected, Ids(found));
    }

    [Fact]
    public void Who_has_stated_the_hour_comes_before_who_has_stated_none_and_both_say_so()
    {
        var found = Order("en", Officer("any", PressOffice.Child, "", "en"), Officer("now", PressOffice.Child, Now, "fr", "en"));

        Assert.Equal([("now", DutyReason.InHours, true), ("any", DutyReason.NoStatedHours, true)], found.Select(Told));
    }

    [Fact]
    public void Numbers_for_out_of_hours_come_last_from_the_office_upwards()
    {
        var found = Order(
            "fr",
            Officer("desk-off", PressOffice.Desk, Later, "fr") with { Phones = [Number("+1", PressOfficerPhoneKind.OutOfHours)] },
            Officer("off-without", PressOffice.Child, Later, "fr"),
            Officer("off", PressOffice.Child, Later, "en") with { Phones = [Number("+2"), Number("+3", PressOfficerPhoneKind.OutOfHours)] },
            Officer("desk-on", PressOffice.Desk, Now, "en") with
            {
                Phones = [Number("+4"), Number("+5", PressOfficerPhoneKind.OutOfHours)]
            });

        Assert.Equal(
            [("desk-on", DutyReason.InHours, false), ("off", DutyReason.OutOfHours, false), ("desk-off", DutyReason.OutOfHours, true)],
            found.Select(Told));
        Assert.Equal(["+4", "+3", "+1"], found.Select(entry => Assert.Single(entry.Phones).Number));
    }

    [Fact]
    public void Offices_below_and_beside_are_not_asked() =>
        Assert.Empty(
            OrderAt(PressOffice.Desk, null, Officer("child", PressOffice.Child, Now), Officer("foreign", PressOffice.Foreign, Now)));

    [Fact]
    public void Each_press_officer_goes_by_the_clock_of_their_own_office()
    {
        var found = Order(
            null, Officer("child", PressOffice.Child, "tuesday 09:00-10:00"), Officer("desk", PressOffice.Desk, "tuesday 09:00-10:00"));

        Assert.Equal(["desk"], Ids(found));
    }

    [Fact]
    public void Nobody_is_called_where_nobody_may_be() =>
        Assert.Empty(Order("en", Officer("off", PressOffice.Child, Later, "en")));

    private static IReadOnlyList<OnDuty> Order(string? language, params PressOfficer[] officers) =>
        OrderAt(PressOffice.Child, language, officers);

    private static IReadOnlyList<OnDuty> OrderAt(string office, string? language, params PressOfficer[] officers) => DutyOrder.Sort(
        office,
        new(PressOffice.Offices),
        officers.Select(officer => new PressContact(officer, PressOffice.References.Offices[officer.Office])),
        Morning,
        language);

    private static IEnumerable<string> Ids(IEnumerable<OnDuty> found) => found.Select(entry => entry.Contact.Officer.Id);

    private static (string Officer, DutyReason Reason, bool Speaks) Told(OnDuty entry) =>
        (entry.Contact.Officer.Id, entry.Reason, entry.Speaks);

    private static PressOfficer Officer(string id, string office, string hours, params string[] languages) => new()
    {
        Id = id,
        Office = office,
        Name = id,
        Email = "press@example.org",
        DutyHours = Hours.Parse(hours),
        Languages = languages,
    };

    private static PressOfficerPhone Number(string number, PressOfficerPhoneKind? kind = null) => new() { Number = number, Kind = kind };
}

using Distribution.Platform.Validation;
using Distribution.Publisher.Offices;
using Distribution.Testing;

namespace Distribution.Tests.Publisher.Offices;

public sealed class PressOfficerRulesTests
{
    private static readonly PressOfficer Right = new()
    {
        Id = "maelle",
        Office = PressOffice.Desk,
        Name = "Maëlle Baptiste",
        Email = "maelle@example.org",
        Phones =
        [
            new() { Number = "+1 868 622 0100", Kind = PressOfficerPhoneKind.Desk, Visibility = PhoneVisibility.Web },
            new() { Number = "+1 868 680 0100", Kind = PressOfficerPhoneKind.OutOfHours }
        ],
        DutyHours = Hours.Parse("monday 08:00-12:00, monday 13:00-16:00, friday 18:00-01:00"),
        Absences = [new() { From = new(2026, 12, 24), Until = new(2026, 12, 24) }],
    };

    public static TheoryData<string, string, PressOfficer> Wrong => new()
    {
        { "office", "is not the id of an office.", Right with { Office = "atlantis" } },
        { "phones.0", "is required.", Right with { Phones = [null!] } },
        { "phones.1.number", "is required.", Right with { Phones = [Right.Phones[0], new() { Number = " " }] } },
        { "phones.0.number", "is not a telephone number such as +44 20 7946 0958.", Right with
        {
            Phones = [new() { Number = "622 0100" }]
        } },
        { "phones", "has at most 100 entries.", Right with { Phones = [.. Enumerable.Repeat(Right.Phones[0], 101)] } },
        { "dutyHours", "is required beside a number for out of hours: without hours that number would never be given.", Right with
        {
            DutyHours = []
        } },
        { "dutyHours.0", "is required.", Right with { DutyHours = [null!] } },
        { "dutyHours", "has at most 100 entries.", Right with { DutyHours = [.. Enumerable.Repeat(Right.DutyHours[0], 101)] } },
        { "absences.0", "is required.", Right with { Absences = [null!] } },
        { "absences.0.until", "lies before the first day. Give the last day of the absence.", Right with
        {
            Absences = [new() { From = new(2026, 12, 24), Until = new(2026, 12, 23) }]
        } },
        { "absences", "has at most 100 entries.", Right with { Absences = [.. Enumerable.Repeat(Right.Absences[0], 101)] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Bad_input_names_the_field_and_says_what_to_do(string field, string message, PressOfficer officer)
    {
        var error = Assert.Single(Check(officer).Errors.ToDictionary());

        Assert.Equal((field, message), (error.Key, Assert.Single(error.Value)));
    }

    [Fact]
    public void Numbers_are_kept_in_international_form_and_everything_once()
    {
        var (officer, errors) =
            Check(Right with { Phones = [.. Right.Phones, Right.Phones[0]], Absences = [.. Right.Absences, .. Right.Absences] });

        Assert.False(errors.Any);
        Assert.Equal(["+18686220100", "+18686800100"], officer.Phones.Select(phone => phone.Number));
        Assert.Equal(Right.DutyHours, officer.DutyHours);
        Assert.Equal(Right.Absences, officer.Absences);
    }

    [Fact]
    public void A_number_of_which_nothing_is_said_is_for_mails_only()
    {
        var phone = Assert.Single(Check(Right with { Phones = [new() { Number = "+1 868 622 0100" }] }).Officer.Phones);

        Assert.Equal((null, PhoneVisibility.MailOnly), (phone.Kind, phone.Visibility));
    }

    private static (PressOfficer Officer, FieldErrors Errors) Check(PressOfficer officer)
    {
        FieldErrors errors = new();
        return (PressOfficerRules.Check(officer, new(PressOffice.Offices), errors), errors);
    }
}

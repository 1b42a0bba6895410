using Distribution.Publisher.Offices;
using Distribution.Testing;
using Distribution.Tests.Publisher.Offices;

namespace Distribution.Tests.Mail.Rendering;

/// <summary>The workshop's release is sent on a Thursday at 10:00 of its office.</summary>
public sealed class ContactBlockTests
{
    private const string Now = "thursday 09:00-17:00";
    private const string Later = "friday 09:00-17:00";

    private static readonly PressOfficerPhone Desk =
        new() { Number = "+18685550142", Kind = PressOfficerPhoneKind.Desk, Visibility = PhoneVisibility.Web };
    private static readonly PressOfficerPhone Mobile = new() { Number = "+18685550143", Kind = PressOfficerPhoneKind.Mobile };
    private static readonly PressOfficerPhone Night = new() { Number = "+18685550144", Kind = PressOfficerPhoneKind.OutOfHours };

    [Fact]
    public void A_mail_gives_the_numbers_of_the_web_and_those_for_mails_only() =>
        Assert.Equal(["tel:+18685550142", "tel:+18685550143"], Numbers(Officer(Now, Desk, Mobile, Night)));

    [Theory]
    [InlineData(Now, Now, false)]
    [InlineData(Now, Later, false)]
    [InlineData(Later, Now, false)]
    [InlineData(Later, "", false)]
    [InlineData(Later, Later, true)]
    public void A_number_for_out_of_hours_is_given_where_nobody_is_on_duty_when_the_release_is_sent(
        string first, string second, bool isGiven) =>
        Assert.Equal(isGiven, Numbers(Officer(first, Desk, Night), Officer(second, Mobile)).Contains("tel:+18685550144"));

    [Fact]
    public void An_absent_press_officer_is_not_called_out_of_hours()
    {
        var away = Officer(Later, Desk, Night) with { Absences = [new() { From = new(2026, 3, 12), Until = new(2026, 3, 12) }] };

        Assert.Equal(["tel:+18685550142"], Numbers(away));
    }

    [Fact]
    public void Each_press_officer_is_on_duty_by_the_clock_of_their_own_office()
    {
        var sydney = SampleData.Office with { Id = "sydney", TimeZone = "Australia/Sydney" };
        PressContact officer = new(Officer("friday 01:00-02:00", Desk, Night), sydney);

        Assert.Equal(["tel:+18685550142"], Links(In("en", officer)));
    }

    [Theory]
    [InlineData("en", "Out of hours: +1 868-555-0144")]
    [InlineData("fr", "En dehors des heures de bureau\u00a0: +1 868-555-0144")]
    [InlineData("es", "Fuera del horario de oficina: +1 868-555-0144")]
    [InlineData("pt", "Fora do horário de expediente: +1 868-555-0144")]
    [InlineData("ar", "خارج أوقات الدوام: \u2066+1 868-555-0144\u2069")]
    public void The_number_for_out_of_hours_is_named_in_the_language_of_the_mail(string language, string line)
    {
        var mail = In(language, new PressContact(Officer(Later, Desk, Night), SampleData.Office));
        var person = mail.Html.QuerySelector(".contact .person")!;

        Assert.Contains(line, mail.Text.Split('\n'));
        Assert.Contains(line, person.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_press_officer_without_a_number_is_named_with_their_address_alone() => Assert.Empty(Numbers(Officer(Now)));

    private static IEnumerable<string?> Numbers(params PressOfficer[] officers) =>
        Links(In("en", [.. officers.Select(officer => new PressContact(officer, SampleData.Office))]));

    private static IEnumerable<string?> Links(Rendered mail) =>
        mail.Html.QuerySelectorAll(".contact a[href^='tel:']").Select(link => link.GetAttribute("href"));

    private static Rendered In(string language, params PressContact[] contacts)
    {
        var translation = SampleData.English with { Language = language };
        return Rendered.In(
            language, SampleData.Context with { Contacts = contacts, Translations = [translation] }, SampleData.Recipient(language));
    }

    private static PressOfficer Officer(string hours, params PressOfficerPhone[] phones) =>
        SampleData.Maelle with { DutyHours = Hours.Parse(hours), Phones = phones };
}

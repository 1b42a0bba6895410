using Distribution.Mail.Rendering;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Testing;

namespace Distribution.Web.Tests.Mail.Rendering;

/// <summary>
/// The workshop's release with all that a mail can have: logo, colour, standing line, image, several numbers and nobody on duty.
/// </summary>
internal static class StyledSampleData
{
    public static Organisation Organisation { get; } = SampleData.Organisation with
    {
        FooterNote = new([new("en", "Registered charity 123456, see <https://reefs.example.org/charity>.")]),
        Look = new()
        {
            Accent = "#8a1c4a",
            Logo = new() { Url = "https://reefs.example.org/logo.png", Alt = new([new("en", "A turtle")]), Width = 120, Height = 60 }
        },
    };

    public static PressOfficer Maelle { get; } = SampleData.Maelle with
    {
        DutyHours = [new() { Weekday = DayOfWeek.Monday, From = new(9, 0), Until = new(17, 0) }],
        Phones =
        [
            .. SampleData.Maelle.Phones,
            new() { Number = "+18685550143", Kind = PressOfficerPhoneKind.Mobile },
            new() { Number = "+18685550144", Kind = PressOfficerPhoneKind.OutOfHours },
        ],
    };

    public static MailContext Context { get; } = SampleData.Context with
    {
        Organisation = Organisation,
        Contacts = [new(Maelle, SampleData.Office)],
        Translations = [.. SampleData.Context.Translations.Select(
            text => text with { Body = $"{text.Body}\n\n![Divers & a “card”](https://reefs.example.org/divers.jpg)" })],
    };
}

using Distribution.Contacts;
using Distribution.Testing;

namespace Distribution.Tests.Contacts;

public sealed class ContactRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, ContactInput> Wrong => new()
    {
        { "address", PressOffice.Contact() with { Address = null } },
        { "address", PressOffice.Contact("rosa at example.org") },
        { "name", PressOffice.Contact() with { Name = "  " } },
        { "name", PressOffice.Contact() with { Name = new string('a', 201) } },
        { "name", PressOffice.Contact() with { Name = "Rosa\nNúñez" } },
        { "languages", PressOffice.Contact() with { Languages = null } },
        { "languages", PressOffice.Contact() with { Languages = [] } },
        { "languages", PressOffice.Contact() with { Languages = ["es", "klingon"] } },
        { "languages", PressOffice.Contact() with { Languages = [""] } },
        { "languages", PressOffice.Contact() with { Languages = [null!] } },
        { "countries", PressOffice.Contact() with { Countries = ["Trinidad"] } },
        { "countries", PressOffice.Contact() with { Countries = ["tt"] } },
        { "topics", PressOffice.Contact() with { Topics = [" "] } },
        { "topics", PressOffice.Contact() with { Topics = [.. Enumerable.Range(0, 101).Select(number => $"topic {number}")] } },
        { "timeZone", PressOffice.Contact() with { TimeZone = "GMT-4" } },
        { "source", PressOffice.Contact() with { Source = null } },
        { "sourceDate", PressOffice.Contact() with { SourceDate = Now.AddHours(1) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Bad_input_names_the_field_and_no_other(string field, ContactInput input) =>
        Assert.Equal([field], ContactRules.Check(input, outletKnown: true, Now).ToDictionary().Keys);

    [Fact]
    public void An_unknown_outlet_is_named() =>
        Assert.Equal(["outlet"], ContactRules.Check(PressOffice.Contact() with { Outlet = "gazette" }, outletKnown: false, Now).ToDictionary().Keys);

    [Fact]
    public void Everything_is_kept_in_its_usual_form()
    {
        var contact = ContactRules.Read(
            PressOffice.Contact(" Rosa@EXAMPLE.org ") with
            {
                Name = " Rosa Núñez ",
                Languages = ["ES-mx", "es-MX", "en"],
                Countries = ["TT", "TT"],
                Topics = ["Reefs ", "reefs", "Fishing"],
            },
            "id",
            Now);

        Assert.Equal("Rosa@example.org", contact.Address);
        Assert.Equal("Rosa Núñez", contact.Name);
        Assert.Equal(["es-MX", "en"], contact.Languages);
        Assert.Equal(["TT"], contact.Countries);
        Assert.Equal(["reefs", "fishing"], contact.Topics);
        Assert.Equal(Now, contact.SourceDate);
    }
}

using Distribution.Contacts;
using Distribution.Testing;
using Distribution.Validation;

namespace Distribution.Tests.Contacts;

public sealed class ContactRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    public static TheoryData<string, ContactInput> Wrong => new()
    {
        { "address", PressOffice.Contact("rosa at example.org") },
        { "name", PressOffice.Contact() with { Name = "  " } },
        { "name", PressOffice.Contact() with { Name = new string('a', 201) } },
        { "name", PressOffice.Contact() with { Name = "Rosa\nNúñez" } },
        { "languages", PressOffice.Contact() with { Languages = [] } },
        { "languages.1", PressOffice.Contact() with { Languages = ["es", "klingon"] } },
        { "languages.0", PressOffice.Contact() with { Languages = [""] } },
        { "languages.0", PressOffice.Contact() with { Languages = [null!] } },
        { "countries.0", PressOffice.Contact() with { Countries = ["Trinidad"] } },
        { "countries.0", PressOffice.Contact() with { Countries = ["tt"] } },
        { "topics.0", PressOffice.Contact() with { Topics = [" "] } },
        { "topics.0", PressOffice.Contact() with { Topics = [null!] } },
        { "topics", PressOffice.Contact() with { Topics = [.. Enumerable.Range(0, 101).Select(number => $"topic {number}")] } },
        { "timeZone", PressOffice.Contact() with { TimeZone = "GMT-4" } },
        { "source", PressOffice.Contact() with { Source = "" } },
        { "sourceDate", PressOffice.Contact() with { SourceDate = Now.AddHours(1) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Bad_input_names_the_field_and_no_other(string field, ContactInput input) => Assert.Equal([field], Check(input).Fields);

    [Fact]
    public void An_unknown_outlet_is_named() =>
        Assert.Equal(["outlet"], Check(PressOffice.Contact() with { Outlet = "gazette" }, outletKnown: false).Fields);

    [Fact]
    public void Everything_is_kept_in_its_usual_form()
    {
        var (fields, contact) = Check(PressOffice.Contact(" Rosa@EXAMPLE.org ") with
        {
            Name = " Rosa Núñez ",
            Languages = ["ES-mx", "es-MX", "en"],
            Countries = ["TT", "TT"],
            Topics = ["Reefs ", "reefs", "Fishing"],
        });

        Assert.Empty(fields);
        Assert.Equal("Rosa@example.org", contact.Address);
        Assert.Equal("Rosa Núñez", contact.Name);
        Assert.Equal(["es-MX", "en"], contact.Languages);
        Assert.Equal(["TT"], contact.Countries);
        Assert.Equal(["reefs", "fishing"], contact.Topics);
        Assert.Equal(Now, contact.SourceDate);
    }

    private static (IEnumerable<string> Fields, Contact Contact) Check(ContactInput input, bool outletKnown = true)
    {
        var errors = new FieldErrors();
        var contact = ContactRules.Check(input, "id", outletKnown, Now, errors);
        return (errors.ToDictionary().Keys, contact);
    }
}

using Distribution.Contacts.Contacts;
using Distribution.Platform.Validation;
using Distribution.Publisher.Topics;
using Distribution.Testing;

namespace Distribution.Tests.Contacts.Contacts;

public sealed class ContactRulesTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 13, 0, 0, TimeSpan.Zero);

    private static readonly Position Reporter = new() { Outlet = "gazette", Role = "reporter" };

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
        { "otherAddresses.1", PressOffice.Contact() with { OtherAddresses = ["rosa@example.net", "rosa"] } },
        { "name", PressOffice.Contact() with { Name = null, GivenName = " " } },
        { "givenName", PressOffice.Contact() with { GivenName = "Rosa\nMaría" } },
        { "phones.0.number", PressOffice.Contact() with { Phones = [new() { Number = "12" }] } },
        { "phones.0.number", PressOffice.Contact() with { Phones = [new() { Number = " " }] } },
        { "phones.0.extension", PressOffice.Contact() with { Phones = [new() { Number = "+442079460958", Extension = "12b" }] } },
        { "handles.0.network", PressOffice.Contact() with { Handles = [new("", "rosa")] } },
        { "handles.0.name", PressOffice.Contact() with { Handles = [new("mastodon", " ")] } },
        { "positions.0.until", PressOffice.Contact() with
        {
            Positions = [Reporter with { From = new(2026, 2, 1), Until = new(2026, 1, 31) }]
        } },
        { "positions.0.role", PressOffice.Contact() with { Positions = [Reporter with { Role = new string('a', 201) }] } },
        { "notes", PressOffice.Contact() with { Notes = new string('a', 4_001) } },
        { "tags.0", PressOffice.Contact() with { Tags = [""] } },
        { "timeZone", PressOffice.Contact() with { TimeZone = "GMT-4" } },
        { "source", PressOffice.Contact() with { Source = "" } },
        { "sourceDate", PressOffice.Contact() with { SourceDate = Now.AddHours(1) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Bad_input_names_the_field_and_no_other(string field, ContactInput input) => Assert.Equal([field], Check(input).Fields);

    [Fact]
    public void An_unknown_outlet_is_named() =>
        Assert.Equal(["positions.0.outlet"], Check(PressOffice.Contact() with { Positions = [new() { Outlet = "herald" }] }).Fields);

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

    [Fact]
    public void A_name_that_is_left_out_is_made_of_given_name_and_family_name() =>
        Assert.Equal(
            "Rosa Núñez", Check(PressOffice.Contact() with { Name = null, GivenName = "Rosa ", FamilyName = " Núñez" }).Contact.Name);

    [Fact]
    public void A_telephone_number_is_read_as_in_the_first_country_and_keeps_its_extension() => Assert.Equal(
        [new ContactPhone { Number = "+442079460958", Extension = "12", Kind = PhoneKind.Work }],
        Check(PressOffice.Contact() with
        {
            Phones = [new() { Number = "020 7946 0958 ext. 12", Kind = PhoneKind.Work }],
            Countries = ["GB"]
        }).Contact.Phones);

    [Fact]
    public void The_main_address_is_not_another_address_too() =>
        Assert.Equal(
            ["rosa@example.net"],
            Check(PressOffice.Contact() with { OtherAddresses = ["rosa@EXAMPLE.org", "rosa@example.net"] }).Contact.OtherAddresses);

    private static (IEnumerable<string> Fields, Contact Contact) Check(ContactInput input)
    {
        var errors = new FieldErrors();
        var contact = ContactRules.Check(input, "id", outlet => outlet == "gazette", TopicBook.Empty, Now, errors);
        return (errors.ToDictionary().Keys, contact);
    }
}

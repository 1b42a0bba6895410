using System.Text.Json;
using Distribution.Platform.Validation;
using Distribution.Releases.Times;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Times;

/// <summary>The release's office is the desk in Port of Spain, four hours behind UTC all the year.</summary>
public sealed class SendTimeRuleTests
{
    [Theory]
    [InlineData("\"2026-11-25T09:00:00-04:00\"", "2026-11-25T13:00:00Z")]
    [InlineData("\"2026-11-25T13:00Z\"", "2026-11-25T13:00:00Z")]
    [InlineData("""{ "at": "2026-11-25T13:00:00Z", "weekday": "wednesday" }""", "2026-11-25T13:00:00Z")]
    [InlineData("""{ "local": "2026-11-25T09:00", "office": "port-of-spain" }""", "2026-11-25T13:00:00Z")]
    [InlineData("""{ "local": "2026-11-25T09:00:30", "office": "kingston" }""", "2026-11-25T14:00:30Z")]
    [InlineData("""{ "local": "2026-11-25T09:00", "zone": "Asia/Kathmandu" }""", "2026-11-25T03:15:00Z")]
    [InlineData("""{ "local": "2027-11-07T01:30", "zone": "America/New_York", "choice": "earlier" }""", "2027-11-07T05:30:00Z")]
    [InlineData("""{ "local": "2027-11-07T01:30", "zone": "America/New_York", "choice": "later" }""", "2027-11-07T06:30:00Z")]
    [InlineData(
        """{ "local": "2026-11-25T09:00", "office": "port-of-spain", "choice": "later", "weekday": null }""", "2026-11-25T13:00:00Z")]
    public void A_time_is_the_instant_that_its_place_makes_it(string json, string instant) =>
        Assert.Equal(InstantText.Parse(instant), Read(json, out _));

    [Theory]
    [InlineData("\"2026-11-25T09:00:00\"", "sendAt", "has no offset. Add it")]
    [InlineData("\"tomorrow\"", "sendAt", "is not an instant")]
    [InlineData("\"2026-02-30T09:00:00Z\"", "sendAt", "is not an instant")]
    [InlineData("{}", "sendAt", "is required, or else a local time")]
    [InlineData("""{ "at": "2026-11-25T09:00:00", "weekday": "monday" }""", "sendAt.at", "has no offset")]
    [InlineData("""{ "at": "2026-11-25T09:00:00Z", "local": "2026-11-25T09:00", "office": "kingston" }""", "sendAt.at", "Give one of them")]
    [InlineData("""{ "local": "2026-11-25T09:00" }""", "sendAt.office", "is required beside a local time")]
    [InlineData("""{ "local": "2026-11-25T09:00-04:00", "office": "kingston" }""", "sendAt.local", "without an offset")]
    [InlineData("""{ "local": "0001-01-01T00:00", "office": "kingston" }""", "sendAt.local", "is a date and time")]
    [InlineData("""{ "local": "2026-11-25T09:00", "office": "atlantis" }""", "sendAt.office", "is not the id of an office")]
    [InlineData("""{ "local": "2026-11-25T09:00", "zone": "EST" }""", "sendAt.zone", "is not a time zone")]
    [InlineData("""{ "local": "2026-11-25T09:00", "zone": "America/Jamaica", "office": "kingston" }""", "sendAt.zone", "Give one of them")]
    [InlineData("""{ "local": "2026-11-25T09:00", "office": "kingston", "choice": "both" }""", "sendAt.choice", "is earlier or later")]
    [InlineData(
        """{ "local": "2026-11-25T09:00", "office": "kingston", "weekday": "someday" }""", "sendAt.weekday", "is not a day of the week")]
    public void What_is_no_time_of_a_place_is_refused_with_what_to_write(string json, string field, string words)
    {
        Read(json, out var errors);

        Assert.Contains(words, Assert.Single(errors.ToDictionary()[field]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_time_that_the_clock_shows_twice_is_refused_with_both_instants()
    {
        Assert.Null(Read("""{ "local": "2027-11-07T01:30", "zone": "America/New_York" }""", out var errors));

        Assert.Equal(
            ["comes twice in America/New_York, where the clock is put back: 2027-11-07T01:30:00-04:00 or 2027-11-07T01:30:00-05:00. "
                + "Choose earlier or later."],
            errors.ToDictionary()["sendAt.local"]);
        Assert.Equal(["2027-11-07T01:30:00-04:00", "2027-11-07T01:30:00-05:00"], errors.Offers["sendAt.local"]);
    }

    [Fact]
    public void A_time_that_the_clock_skips_is_refused_with_those_beside_it()
    {
        Assert.Null(Read("""{ "local": "2027-03-14T02:30", "zone": "America/New_York", "choice": "later" }""", out var errors));

        Assert.StartsWith(
            "does not exist in America/New_York", Assert.Single(errors.ToDictionary()["sendAt.local"]), StringComparison.Ordinal);
        Assert.Equal(["2027-03-14T01:30:00-05:00", "2027-03-14T03:30:00-04:00"], errors.Offers["sendAt.local"]);
    }

    [Theory]
    [InlineData("2026-11-25T03:30:00Z", "tuesday")]
    [InlineData("2026-11-25T03:30:00Z", "Mardi")]
    [InlineData("2026-11-25T03:30:00Z", "martes")]
    [InlineData("2026-11-25T13:00:00Z", "mercredi")]
    [InlineData("2026-11-25T13:00:00Z", "MIERCOLES")]
    [InlineData("2026-11-25T13:00:00Z", "miércoles")]
    [InlineData("2026-11-25T13:00:00Z", "quarta")]
    [InlineData("2026-11-25T13:00:00Z", "Wed")]
    public void The_weekday_of_an_instant_is_that_at_the_release_s_office(string at, string weekday) =>
        Assert.NotNull(Read($$"""{ "at": "{{at}}", "weekday": "{{weekday}}" }""", out _));

    [Theory]
    [InlineData(
        """{ "at": "2026-11-25T03:30:00Z", "weekday": "wednesday" }""",
        "does not fit: it is Tuesday 24 November 2026, 23:30 (UTC−04:00, Port of Spain).")]
    [InlineData(
        """{ "at": "2026-11-25T03:30:00Z", "weekday": "tuesday", "zone": "Asia/Kathmandu" }""",
        "does not fit: it is Wednesday 25 November 2026, 09:15 (UTC+05:45, Asia/Kathmandu).")]
    [InlineData(
        """{ "local": "2026-11-24T23:30", "office": "kingston", "weekday": "mercredi" }""",
        "does not fit: it is Tuesday 24 November 2026, 23:30 (UTC−05:00, Kingston).")]
    public void A_weekday_that_does_not_fit_the_date_is_refused(string json, string message)
    {
        Assert.Null(Read(json, out var errors));

        Assert.Equal([message], errors.ToDictionary()["sendAt.weekday"]);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("[]")]
    [InlineData("""{ "at": 5 }""")]
    [InlineData("""{ "date": "2026-11-25" }""")]
    [InlineData("""{ "at": "2026-11-25T13:00:00Z", "at": "2026-11-26T13:00:00Z" }""")]
    public void Json_of_another_form_cannot_be_read(string json) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<SendTimeInput>(json));

    [Theory]
    [InlineData("\"2026-11-25T13:00:00Z\"")]
    [InlineData("""{"local":"2026-11-25T09:00","office":"kingston","choice":"later"}""")]
    public void It_is_written_as_it_was_read(string json) =>
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<SendTimeInput>(json)));

    private static DateTimeOffset? Read(string json, out FieldErrors errors) =>
        SendTimeRule.Read(
            JsonSerializer.Deserialize<SendTimeInput>(json), PressOffice.Desk, PressOffice.References.Offices, errors = new());
}

using Distribution.Contacts.Contacts;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Ledger;

public sealed class BatchJsonTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, 123, TimeSpan.Zero);

    [Fact]
    public void Recipients_come_back_as_they_were_written()
    {
        Recipient[] recipients =
        [
            new("0a", "rosa@example.org", "Rosa \"R\" Núñez", "es", ["es-419", "en"], [0, 2]),
            new("0b", "li@example.org", "李\u0001", "en", [], []) { Outlet = "Radio \"Onda\"" },
            new("0c", "first@example.org", "First", "en", [], [1]) { Notice = new("card \"7\"", Noon, LawfulBasis.LegitimateInterests) },
            new("0d", "digest@example.org", "Digest", "en", [], [1]) { Releases = [3, 4], Notice = new("list", Noon, LawfulBasis.Consent) },
        ];

        var read = BatchJson.ReadRecipients(BatchJson.Write(recipients));

        Assert.Equivalent(recipients, read, strict: true);
    }

    [Fact]
    public void Outcomes_come_back_as_they_were_written()
    {
        Outcome[] outcomes =
        [
            Outcome.Planned,
            new() { State = OutcomeState.Handed, Attempts = 1, At = Noon },
            new()
            {
                State = OutcomeState.Deferred, Attempts = 3, At = Noon, RetryAt = Noon.AddHours(1), Code = 451, Enhanced = "4.7.1",
                Words = "Greylisted, try \"later\"", Connection = "relay/7", MaybeTwice = true,
            },
        ];

        var read = BatchJson.ReadOutcomes(BatchJson.Write(outcomes));

        Assert.Equal(outcomes, read);
    }

    [Fact]
    public void A_person_can_read_the_columns()
    {
        Assert.Equal(
            """{"f":1,"o":[0,["accepted",1,"2026-11-24T12:00:00.123Z",null,250,"2.0.0","Ok","relay/7",0]]}""",
            BatchJson.Write(
            [
                Outcome.Planned,
                new()
                {
                    State = OutcomeState.Accepted, Attempts =
                        1, At = Noon, Code = 250, Enhanced = "2.0.0", Words = "Ok", Connection = "relay/7",
                },
            ]));
    }

    [Theory]
    [InlineData("plain words", "plain words")]
    [InlineData("  two\r\n lines\t", "two lines")]
    public void Words_are_kept_on_one_line(string words, string expected) => Assert.Equal(expected, ServerWords.Cut(words));

    [Theory]
    [InlineData("a")]
    [InlineData("\"")]
    [InlineData("é")]
    [InlineData("😀")]
    [InlineData("\u0001")]
    public void Words_are_cut_by_what_they_take_as_JSON_and_never_within_a_character(string unit)
    {
        var cut = ServerWords.Cut(string.Concat(Enumerable.Repeat(unit, 400)));

        var json = BatchJson.Write([new Outcome { State = OutcomeState.Refused, Words = cut }]);
        Assert.InRange(json.Length, cut.Length, 60 + ServerWords.Longest);
        Assert.Equal(cut, BatchJson.ReadOutcomes(json)[0].Words);
        Assert.True(cut.Length >= ServerWords.Longest / 12);
    }

    [Fact]
    public void A_hundred_outcomes_at_their_longest_fit_a_column()
    {
        Outcome longest = new()
        {
            State = OutcomeState.Uncertain,
            Attempts = 99,
            At = Noon,
            RetryAt = Noon,
            Code = 550,
            Enhanced = "5.123.456",
            Words = ServerWords.Cut(new('"', 400)),
            Connection = "smtp.a-long-name.example.org/12345678",
            MaybeTwice = true,
        };

        Assert.InRange(BatchJson.Write(Enumerable.Repeat(longest, 100)).Length, 1, BatchJson.LongestColumn);
    }
}

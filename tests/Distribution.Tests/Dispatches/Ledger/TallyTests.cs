using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Ledger;

public sealed class TallyTests
{
    [Fact]
    public void Recipients_are_counted_by_language_lists_and_outcome()
    {
        Recipient[] recipients = [To("en", 0), To("fr", 0), To("en", 0), To("en", 0, 2), To("en", 0)];
        Outcome[] outcomes =
            [In(OutcomeState.Accepted), In(OutcomeState.Held), Outcome.Planned, In(OutcomeState.Accepted), In(OutcomeState.Accepted)];

        Assert.Equal(
            """{"f":1,"t":[["en",[0],{"planned":1,"accepted":2}],["fr",[0],{"held":1}],["en",[0,2],{"accepted":1}]]}""",
            Tally.Write(recipients, outcomes));
    }

    [Fact]
    public void A_tally_comes_back_as_it_was_written()
    {
        var states = Enum.GetValues<OutcomeState>();
        var read = Assert.Single(Tally.Read(Tally.Write([.. states.Select(_ => To("pt-BR", 1, 7))], [.. states.Select(In)])));

        Assert.Equal("pt-BR", read.Language);
        Assert.Equal([1, 7], read.Lists);
        Assert.Equal(states.ToDictionary(state => state, _ => 1), read.Outcomes);
    }

    [Fact]
    public void A_tally_of_a_hundred_groups_is_shorter_than_their_recipients()
    {
        Recipient[] recipients = [.. Enumerable.Range(0, 100).Select(number => To("en", number))];

        Assert.InRange(
            Tally.Write(recipients, [.. recipients.Select(_ => In(OutcomeState.Uncertain))]).Length, 1, BatchJson.Write(recipients).Length);
    }

    [Fact]
    public void Who_is_on_several_lists_counts_in_each_and_once_by_outcome_and_language()
    {
        DispatchTotals.Builder builder = new(["port", "sea"]);
        foreach (var group in Tally.Read(Tally.Write(
            [To("en", 0, 1), To("en", 1), To("fr", 1)], [In(OutcomeState.Accepted), Outcome.Planned, In(OutcomeState.Accepted)])))
        {
            builder.Add(group);
        }

        var totals = builder.Build();

        Assert.Equal([new("port", "en", 1, 1), new("sea", "en", 2, 1), new("sea", "fr", 1, 1)], totals.Lines);
        Assert.Equal([(OutcomeState.Planned, 1), (OutcomeState.Accepted, 2)], totals.Outcomes.Select(count => (count.Key, count.Value)));
        Assert.Equal(["en", "fr"], totals.Languages.Keys);
        Assert.Equal((1, 1), (totals.Languages["en"][OutcomeState.Planned], totals.Languages["fr"][OutcomeState.Accepted]));
    }

    private static Recipient To(string language, params int[] lists) => new("0a", "a@example.org", "A", language, [language], lists);

    private static Outcome In(OutcomeState state) => new() { State = state };
}

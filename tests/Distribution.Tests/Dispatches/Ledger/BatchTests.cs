using System.Text.Json;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Ledger;

public sealed class BatchTests
{
    private const int MostBytesOfATransaction = 4 * 1024 * 1024;

    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Who_was_not_tried_does_not_wait_for_who_is_deferred()
    {
        var deferred = new Outcome { State = OutcomeState.Deferred, RetryAt = Now.AddHours(2) };
        var accepted = new Outcome { State = OutcomeState.Accepted };

        Assert.Equal(Now, (Full(3) with { Outcomes = [accepted, Outcome.Planned, deferred] }).NextDue(Now));
        Assert.Equal(Now.AddHours(2), (Full(2) with { Outcomes = [accepted, deferred] }).NextDue(Now));
    }

    [Fact]
    public void A_transaction_stays_below_what_the_service_takes_in_any_script()
    {
        var batch = Full(100);
        var more = BatchStore.EncodedBytes(batch);
        var rows = 0;
        while (BatchStore.HasRoom(rows, rows * more, more)) rows++;

        Assert.InRange(rows * JsonSerializer.SerializeToUtf8Bytes(BatchRow.New(batch).ToDictionary()).Length, 1, MostBytesOfATransaction);
    }

    private static Batch Full(int recipients)
    {
        BatchBuilder builder = new("release-1-release", "plan", Batch.MostRecipients, Now);
        Batch? full = null;
        for (var number = 0; number < recipients; number++)
        {
            full = builder.Add(new($"{number:x32}", $"r{number}@example.org", new string('م', 100), "ar", ["ar"], [0])) ?? full;
        }

        return full ?? builder.Close()!;
    }
}

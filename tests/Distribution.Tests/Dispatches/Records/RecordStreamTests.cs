using System.Text;
using System.Text.Json;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Dispatches.Resolutions;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Text;

namespace Distribution.Tests.Dispatches.Records;

/// <summary>A record leaves while it is read, so that its size does not matter.</summary>
public sealed class RecordStreamTests
{
    private const int Batches = 400;

    /// <summary>The least that a batch takes in either form.</summary>
    private const int Size = Batch.MostRecipients * 90;

    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    private static readonly Dispatch Sending = new()
    {
        Id = "a-1-release",
        Release = "a",
        Version = 1,
        Kind = DispatchKind.Release,
        CreatedAt = Noon,
        Lists = ["press"],
        Planned = Batches * Batch.MostRecipients,
    };

    [Fact]
    public async Task Csv_leaves_while_the_ledger_is_read() => await AssertStreamedAsync(async (record, output) =>
    {
        await using StreamWriter writer = new(output, Encoding.UTF8, leaveOpen: true);
        await RecordCsv.WriteAsync(record, CsvSeparator.Comma, writer, TestContext.Current.CancellationToken);
    });

    [Fact]
    public async Task Json_leaves_while_the_ledger_is_read() => await AssertStreamedAsync(
        (record, output) => JsonSerializer.SerializeAsync(output, record, cancellationToken: TestContext.Current.CancellationToken));

    private static async Task AssertStreamedAsync(Func<DispatchRecord, Stream, Task> write)
    {
        using MemoryStream output = new();
        var kept = 0L;
        var read = 0L;
        DispatchRecord record = new(Sending, ReadAsync(), new Dictionary<string, HeldResolution>());

        await write(record, output);

        var batch = output.Length / Batches;
        Assert.True(kept < 5 * batch, $"{kept} characters were kept back, {batch} are a batch's");
        Assert.Equal(Sending.Planned, record.Totals[OutcomeState.Accepted]);

        async IAsyncEnumerable<Batch> ReadAsync()
        {
            for (var number = 0; number < Batches; number++)
            {
                // A reader of a table waits for its next page: what comes before it must be on its way.
                await Task.Yield();
                var next = BatchOf(number);
                read += number == 0 ? 0 : Size;
                kept = Math.Max(kept, read - output.Length);
                yield return next;
            }
        }
    }

    private static Batch BatchOf(int number)
    {
        var contacts = Enumerable.Range(number * Batch.MostRecipients, Batch.MostRecipients).Select(index => $"{index:D32}").ToList();
        return new()
        {
            Key = new(Sending.Id, "plan", $"0.{contacts[^1]}"),
            Recipients = [.. contacts.Select(contact => new Recipient(contact, $"{contact}@example.org", "Rosa", "es", ["es"], [0]))],
            Outcomes = [.. contacts.Select(_ => new Outcome { State = OutcomeState.Accepted, At = Noon, Code = 250, Attempts = 1 })],
            Due = Noon,
            QueuedAt = Noon,
        };
    }
}

using System.Security.Cryptography;
using System.Text;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Records;

public sealed class RecordHashTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 24, 12, 0, 0, 123, TimeSpan.Zero);

    public static TheoryData<Outcome, string> Lines { get; } = new()
    {
        { new()
        {
            State = OutcomeState.Accepted,
            At = Noon,
            Code = 250,
            Attempts = 1,
            Words = "OK",
            Connection = "1"
        }, "accepted 2026-11-24T12:00:00.123Z 250" },
        { new()
        {
            State = OutcomeState.Accepted,
            At = Noon.ToOffset(TimeSpan.FromHours(-4)),
            Code = 250
        }, "accepted 2026-11-24T12:00:00.123Z 250" },
        { new() { State = OutcomeState.Accepted, At = Noon.AddTicks(9), Code = 250 }, "accepted 2026-11-24T12:00:00.123Z 250" },
        { new() { State = OutcomeState.Refused, At = Noon, Code = 550, Enhanced = "5.1.1" }, "refused 2026-11-24T12:00:00.123Z 550" },
        { new() { State = OutcomeState.Expired, At = Noon, Code = 451 }, "expired 2026-11-24T12:00:00.123Z 451" },
        { new() { State = OutcomeState.Held, At = Noon, MaybeTwice = true }, "held 2026-11-24T12:00:00.123Z -" },
        { new() { State = OutcomeState.Failed, At = Noon }, "failed 2026-11-24T12:00:00.123Z -" },
        { new() { State = OutcomeState.Skipped, At = Noon }, "skipped 2026-11-24T12:00:00.123Z -" },
        { Outcome.Planned, "planned - -" },
    };

    [Theory]
    [MemberData(nameof(Lines))]
    public void A_line_says_contact_language_outcome_time_and_code(Outcome outcome, string expected) =>
        Assert.Equal($"0a es {expected}\n", RecordHash.Line(Recipient("0a"), outcome));

    [Fact]
    public async Task The_hash_is_that_of_the_lines_however_they_are_batched()
    {
        var lines =
            "0a es accepted 2026-11-24T12:00:00.123Z 250\n0b es accepted 2026-11-24T12:00:00.123Z 250\n0c es accepted "
                + "2026-11-24T12:00:00.123Z 250\n";
        var expected = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines)));

        Assert.Equal(expected, await HashAsync(Batch("0a", "0b", "0c")));
        Assert.Equal(expected, await HashAsync(Batch("0a"), Batch("0b", "0c")));
    }

    [Fact]
    public async Task Nobody_hashes_like_nothing() =>
        Assert.Equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", await HashAsync());

    [Fact]
    public async Task Erasing_addresses_and_names_leaves_the_hash_as_it_is()
    {
        var batch = Batch("0a", "0b");
        var erased = batch with
        {
            Recipients = [.. batch.Recipients.Select(recipient => recipient with { Address = "", Name = "", Languages = [] })]
        };

        Assert.Equal(await HashAsync(batch), await HashAsync(erased));
    }

    [Fact]
    public async Task A_change_of_any_hashed_part_changes_the_hash()
    {
        var batch = Batch("0a");
        var changed = new[]
        {
            Batch("0b"),
            batch with { Recipients = [batch.Recipients[0] with { Language = "fr" }] },
            batch with { Outcomes = [batch.Outcomes[0] with { State = OutcomeState.Refused }] },
            batch with { Outcomes = [batch.Outcomes[0] with { At = Noon.AddMilliseconds(1) }] },
            batch with { Outcomes = [batch.Outcomes[0] with { Code = 251 }] },
        };

        HashSet<string> hashes = [await HashAsync(batch)];
        foreach (var other in changed) Assert.True(hashes.Add(await HashAsync(other)));
    }

    [Fact]
    public async Task Recipients_out_of_order_are_an_error() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => HashAsync(Batch("0b"), Batch("0a")));

    [Fact]
    public async Task Groups_that_are_due_at_different_times_follow_each_other()
    {
        var lines = string.Concat(new[] { "0a", "0c", "0b" }.Select(contact => $"{contact} es accepted 2026-11-24T12:00:00.123Z 250\n"));

        Assert.Equal(
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(lines))),
            await HashAsync(Batch("0a", "0c"), InGroup("1", "0b")));
    }

    [Fact]
    public async Task Groups_out_of_order_are_an_error() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => HashAsync(InGroup("1", "0a"), InGroup("0", "0b")));

    private static async Task<string> HashAsync(params IEnumerable<Batch> batches) =>
        (await FinalRecord.ReadAsync(batches.ToAsyncEnumerable(), TestContext.Current.CancellationToken)).Hash;

    private static Batch Batch(params string[] contacts) => InGroup("0", contacts);

    private static Batch InGroup(string group, params string[] contacts) => new()
    {
        Key = new("dispatch", "plan", $"{group}.{contacts[^1]}"),
        Recipients = [.. contacts.Select(Recipient)],
        Outcomes = [.. contacts.Select(_ => new Outcome { State = OutcomeState.Accepted, At = Noon, Code = 250, Attempts = 1 })],
        Due = Noon,
        QueuedAt = Noon,
    };

    private static Recipient Recipient(string contact) => new(contact, "rosa@example.org", "Rosa", "es", ["es"], [0]);
}

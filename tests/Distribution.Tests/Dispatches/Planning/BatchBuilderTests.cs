using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Outcomes;

namespace Distribution.Tests.Dispatches.Planning;

public sealed class BatchBuilderTests
{
    private static readonly DateTimeOffset Now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Recipients_are_packed_in_order_and_none_is_lost()
    {
        var batches = Pack(Enumerable.Range(0, 250).Select(number => Recipient(number, "Rosa")), size: 100);

        Assert.Equal([100, 100, 50], batches.Select(batch => batch.Recipients.Count));
        Assert.Equal(250, batches.SelectMany(batch => batch.Recipients).Select(recipient => recipient.Contact).Distinct().Count());
        Assert.All(batches, batch => Assert.EndsWith(batch.Recipients[^1].Contact, batch.Key.Row, StringComparison.Ordinal));
    }

    [Fact]
    public void Long_names_make_the_batch_smaller_and_never_the_recipient()
    {
        var batches = Pack(Enumerable.Range(0, 100).Select(number => Recipient(number, new string('李', 900))), size: 100);

        Assert.True(batches.Count > 1);
        Assert.Equal(100, batches.Sum(batch => batch.Recipients.Count));
        Assert.All(batches, batch => Assert.InRange(BatchJson.Write(batch.Recipients).Length, 1, BatchJson.LongestColumn));
    }

    [Fact]
    public void Nobody_makes_no_batch() => Assert.Empty(Pack([], size: 100));

    [Fact]
    public void Everybody_starts_as_planned() =>
        Assert.All(Pack([Recipient(1, "Rosa")], size: 1), batch => Assert.Equal([Outcome.Planned], batch.Outcomes));

    private static List<Batch> Pack(IEnumerable<Recipient> recipients, int size)
    {
        BatchBuilder builder = new("release-1-release", "plan", size, Now);
        List<Batch> batches = [];
        foreach (var recipient in recipients)
        {
            if (builder.Add(recipient) is { } full) batches.Add(full);
        }

        if (builder.Close() is { } last) batches.Add(last);
        return batches;
    }

    private static Recipient Recipient(int number, string name) => new($"{number:x32}", $"r{number}@example.org", name, "en", ["en"], [0]);
}

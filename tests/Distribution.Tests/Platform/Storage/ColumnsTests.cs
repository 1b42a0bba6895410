using Azure.Data.Tables;
using Distribution.Platform.Idempotency;
using Distribution.Platform.Languages;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;

namespace Distribution.Tests.Platform.Storage;

public sealed class ColumnsTests
{
    private static readonly Translation Text = new() { Language = "en", Headline = "Headline", Body = "Body" };

    [Fact]
    public void A_record_comes_back_as_it_was_written()
    {
        Release release = new()
        {
            Id = "r",
            Office = "port-of-spain",
            PressOfficers = ["ana"],
            Audience = new() { Lists = ["press"], Countries = ["TT"] },
            OriginalLanguage = "fr",
            State = ReleaseState.Scheduled,
            Version = 3,
            SendAt = DateTimeOffset.UnixEpoch,
            Source = new("drupal", "node/1"),
            CreatedBy = "p",
            CreatedAt = DateTimeOffset.UnixEpoch,
        };

        var row = Columns<Release>.Write(release, new TableEntity("p", "r"));

        Assert.Equivalent(release, Columns<Release>.Read(row), strict: true);
        Assert.Equal("scheduled", row["State"]);
        Assert.Equal("""["ana"]""", row["PressOfficers"]);
    }

    [Fact]
    public void A_letter_of_two_halves_is_never_cut_in_two()
    {
        var text = Text with { Body = new string('a', 31_999) + "😀" + new string('b', 10) };

        var row = Columns<Translation>.Write(text, new TableEntity("p", "r"));

        Assert.Equal(text, Columns<Translation>.Read(row));
        Assert.All(
            row.Keys.Select(key => row[key]).OfType<string>(), cell => Assert.False(cell.Length > 0 && char.IsHighSurrogate(cell[^1])));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(64_000)]
    [InlineData(64_001)]
    [InlineData(200_000)]
    public void Bytes_are_kept_as_bytes_over_several_columns(int length)
    {
        var body = Enumerable.Range(0, length).Select(number => (byte)number).ToArray();
        IdempotencyEntry entry = new()
        {
            Fingerprint = "f",
            LeasedUntil = DateTimeOffset.UnixEpoch,
            ExpiresAt = DateTimeOffset.UnixEpoch,
            Body = body,
        };

        var row = Columns<IdempotencyEntry>.Write(entry, new TableEntity("p", "r"));

        Assert.Equal(body, Columns<IdempotencyEntry>.Read(row).Body);
        Assert.All(row.Keys.Select(key => row[key]).OfType<byte[]>(), cell => Assert.InRange(cell.Length, 0, 64_000));
    }

    [Theory]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(32_001)]
    [InlineData(100_000)]
    public void A_long_text_goes_over_several_columns(int length)
    {
        var text = Text with { Body = new('é', length) };

        var row = Columns<Translation>.Write(text, new TableEntity("p", "r"));

        Assert.Equal(text, Columns<Translation>.Read(row));
        Assert.All(row.Keys.Select(key => row[key]).OfType<string>(), cell => Assert.InRange(cell.Length, 0, 32_000));
    }

    [Fact]
    public void A_text_that_became_short_leaves_nothing_behind()
    {
        var row = Columns<Translation>.Write(Text with { Body = new('é', 100_000) }, new TableEntity("p", "r"));

        Assert.Equal("Body", Columns<Translation>.Read(Columns<Translation>.Write(Text, row)).Body);
        Assert.DoesNotContain(row.Keys, key => key.StartsWith("Body_", StringComparison.Ordinal));
    }

    [Fact]
    public void Columns_of_a_newer_instance_stay()
    {
        TableEntity row = new("p", "r") { ["Newer"] = "kept" };

        Assert.Equal("kept", Columns<Translation>.Write(Text, row)["Newer"]);
    }

    [Fact]
    public void What_is_not_there_keeps_its_default() =>
        Assert.Equal(
            Names.None, Columns<Distribution.Audiences.MediaLists.MediaList>.Read(new("p", "r") { ["Id"] = "press" }).Descriptions);
}

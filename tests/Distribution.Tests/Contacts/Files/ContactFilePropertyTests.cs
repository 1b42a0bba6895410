using System.Globalization;
using System.Text;
using CsvHelper.Configuration;
using Distribution.Contacts.Files;
using Distribution.Contacts.Files.Csv;
using Distribution.Contacts.Files.Decoding;
using Distribution.Contacts.Files.Values;
using Distribution.Platform.Text;
using FsCheck;
using FsCheck.Fluent;

namespace Distribution.Tests.Contacts.Files;

/// <summary>Properties of every contact and every file. A failure names the case, made as small as it gets.</summary>
public sealed class ContactFilePropertyTests
{
    /// <summary>Pieces that have broken readers of CSV and vCards before.</summary>
    private static readonly string[] Nasty =
    [
        "=", "+", "-", "@", "'", "''", "'=", "\t", "\"", "\"\"", ",", ";", "|", ":", " ::: ", "\n", "\r\n", "\r", " ", "\\", "\\n", "^",
        "^n", "[", "]", "{", "}", "<", ">", "* ", "%", "sep=;",
        "BEGIN:VCARD", "END:VCARD", "é", "e\u0301", "ß", "İ", "例", "م", "😀", "👩‍👩‍👧", "\u00A0", "\u200B", "\u202E", "\u2028", "\u0085",
        "\uFEFF", "\u0001", "\u001F", "rosa", "La Gaceta", "1", "0",
    ];

    private static readonly Gen<string> Text = Gen.Elements(Nasty).ListOf().Select(pieces => Normal(string.Concat(pieces.Take(8))))
        .Where(text => !NoValueWords.Contains(text));

    private static readonly Gen<string> Filled = Text.Select(text => text.Length > 0 ? text : "x");

    private static readonly Gen<string[]> Some = Filled.ListOf().Select(texts => texts.Take(4).Distinct().ToArray());

    private static readonly Gen<RowPhone> Phone =
        from number in Gen.Elements("+18685550100", "+58 212 555 0100", "(868) 555-0100, ext. 5", "0044", "-1")
        from kind in Gen.Elements(null, "mobile", "work", "desk")
        select new RowPhone(number, kind);

    private static readonly Gen<RowHandle> Handle =
        from network in Gen.Elements("twitter", "mastodon", "website")
        from name in Gen.Elements("@rosa@example.org", "rosa_n", "https://rosa.example.org/a,b;c", "=rosa", "ro\"sa")
        select new RowHandle(network, name);

    private static readonly Gen<ContactRow> Row =
        from address in Gen.Elements("rosa@example.org", "=rosa@example.org", "+rosa@example.org", "-@example.org", "o'rosa@example.org")
        from texts in Text.ArrayOf(6)
        from name in Filled
        from topics in Some
        from tags in Some
        from phones in Phone.ListOf()
        from handles in Handle.ListOf()
        from codes in Gen.SubListOf("TT", "FR", "VE", "CI")
        from tongues in Gen.SubListOf("es", "fr-CA", "zh-Hant", "en")
        select new ContactRow
        {
            Number = 0,
            Address = address,
            OtherAddresses = ["other@example.org"],
            Name = name,
            GivenName = texts[0],
            FamilyName = texts[1],
            Outlet = texts[2],
            Role = texts[3],
            Notes = texts[4],
            Source = texts[5].Length > 0 ? texts[5] : null,
            Topics = topics,
            Tags = tags,
            Phones = [.. phones.Distinct().Take(3)],
            Handles = [.. handles.Distinct().Take(3)],
            Countries = [.. codes],
            Languages = [.. tongues],
        };

    private static readonly Arbitrary<ContactRow[]> Rows = Arb.From(Row.ListOf().Select(rows => rows.Take(5).ToArray()));

    private static readonly Arbitrary<byte[]> Bytes = Arb.From(Gen.OneOf(
        Gen.Choose(0, 255).Select(value => (byte)value).ArrayOf(),
        Gen.Elements(Nasty).ListOf().Select(pieces => Encoding.UTF8.GetBytes(string.Concat(pieces))),
        Gen.Elements(Nasty).ListOf().Select(pieces => Encoding.UTF8.GetBytes($"email,name\n{string.Concat(pieces)}")),
        Gen.Elements(Nasty).ListOf().Select(pieces => Encoding.UTF8.GetBytes($"BEGIN:VCARD\nFN;X={string.Concat(pieces)}")),
        Gen.Elements(Nasty).ListOf().Select(pieces => Encoding.Unicode.GetBytes(string.Concat(pieces))),
        from pieces in Gen.Elements(Nasty).ListOf()
        from stray in Gen.Choose(128, 255)
        select (byte[])[.. Encoding.UTF8.GetBytes(string.Concat(pieces)), (byte)stray, .. "\nrosa@example.org"u8]));

    private static readonly Config Many = Config.QuickThrowOnFailure.WithMaxTest(1_000);

    [Fact]
    public void What_is_written_as_CSV_is_read_back() => Hold(Rows, rows => IsReadBack(rows, 2, ContactWriterTests.CsvAsync(rows)));

    [Fact]
    public void What_is_written_as_vCards_of_version_4_is_read_back() =>
        Hold(Rows, rows => IsReadBack(rows, 1, ContactWriterTests.CardsAsync(VCardVersion.Four, rows)));

    [Fact]
    public void What_is_written_as_vCards_of_version_3_is_read_back() =>
        Hold(Rows, rows => IsReadBack(rows, 1, ContactWriterTests.CardsAsync(VCardVersion.Three, rows)));

    [Fact]
    public void No_cell_that_is_written_begins_like_a_formula() => Hold(Rows, rows =>
        CellsOfCsvHelper(ContactWriterTests.CsvAsync(rows).Result)
            .All(row => row.All(cell => cell is not ['=' or '+' or '-' or '@' or '\t' or '\r', ..])));

    /// <summary>CsvHelper is the judge of what a well-formed file says.</summary>
    [Fact]
    public void Well_formed_CSV_is_read_as_CsvHelper_reads_it() => Hold(Rows, rows =>
    {
        var text = ContactWriterTests.CsvAsync(rows).Result;
        return CellsOfCsvHelper(text).Zip(OurCells(text), (theirs, ours) => theirs.Select(EndsAsLf).SequenceEqual(ours)).All(same => same)
            && CellsOfCsvHelper(text).Count == OurCells(text).Count;
    });

    [Fact]
    public void No_bytes_break_the_reader() => Hold(Bytes, bytes =>
    {
        if (Read.OpenAsync(bytes).Result is ContactFileResult.Opened opened)
            return Read.RowsAsync(opened.File).Result.TrueForAll(row => row.Number > 0 && (!row.IsBroken || row.Problems.Count > 0));
        return true;
    });

    [Fact]
    public void What_makes_a_cell_safe_is_taken_away_again() =>
        Hold(Arb.From(Text), text => CsvRow.Undo(CellsOfCsvHelper(CsvRow.Get([text, "x"]))[0][0]) == text);

    private static bool IsReadBack(ContactRow[] rows, int first, Task<string> text)
    {
        if (rows.Length == 0) return true;
        var read = Read.RowsAsync(text.Result).Result;
        Assert.Equal(rows.Length, read.Count);
        foreach (var (index, row) in rows.Index()) SameRow.Assert(row with { Number = index + first }, read[index]);
        return true;
    }

    private static List<string[]> CellsOfCsvHelper(string text)
    {
        using CsvHelper.CsvParser parser =
            new(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture) { IgnoreBlankLines = false });
        List<string[]> rows = [];
        while (parser.Read()) rows.Add(parser.Record!);
        return rows;
    }

    private static List<IReadOnlyList<string>> OurCells(string text)
    {
        CsvReader reader = new(new LineReader(new StringReader(text)), ',');
        List<IReadOnlyList<string>> rows = [];
        while (reader.ReadAsync(CancellationToken.None).AsTask().Result is { } record) rows.Add(record.Cells);
        return rows;
    }

    private static string EndsAsLf(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');

    // Rows are trimmed, and their lines end in LF.
    private static string Normal(string text) => EndsAsLf(text).Trim();

    private static void Hold<T>(Arbitrary<T> cases, Func<T, bool> property) => Prop.ForAll(cases, property).Check(Many);
}

using System.Text;
using Distribution.Contacts.Files;

namespace Distribution.Tests.Contacts.Files;

public sealed class UnreadableFileTests
{
    [Theory]
    [InlineData("[\n  {\n  \"email\": \"ana@example.org\"}]")]
    [InlineData("[ \"ana@example.org\", \"ben@example.org\" ]")]
    [InlineData("[]")]
    [InlineData("[[\"ana@example.org\"]]")]
    public async Task Json_in_whatever_form_is_refused(string text) =>
        Assert.Contains("JSON", await Read.RefusalAsync(System.Text.Encoding.UTF8.GetBytes(text)), StringComparison.Ordinal);

    public static TheoryData<byte[], string> Files => new()
    {
        { [], "empty" },
        { "  \r\n \n"u8.ToArray(), "empty" },
        { Encoding.UTF8.GetPreamble(), "empty" },
        { [0, 0, 0, 0], "no text" },
        { "%PDF-1.7 and so on"u8.ToArray(), "PDF" },
        { "PK\u0003\u0004 and so on"u8.ToArray(), "save it as CSV UTF-8" },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], "save it as CSV UTF-8" },
        { [0x1F, 0x8B, 8, 0], "Unpack" },
        { [0x89, 0x50, 0x4E, 0x47, 13, 10], "picture" },
        { @"{\rtf1 ana@example.org}"u8.ToArray(), "RTF" },
        { "<!doctype html><p>ana@example.org"u8.ToArray(), "web page" },
        { "<?xml version=\"1.0\"?><a/>"u8.ToArray(), "XML" },
        { "{\"email\": \"ana@example.org\"}"u8.ToArray(), "JSON" },
        { "[{\"email\": \"ana@example.org\"}]"u8.ToArray(), "JSON" },
        { [.. Enumerable.Range(0, 1000).Select(number => (byte)(number * 7 % 256))], "no text" },
        { Encoding.UTF8.GetBytes(string.Join(',', Enumerable.Range(0, 10_000).Select(number => $"c{number}"))), "more than 1,000 columns" },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task What_is_no_contact_file_is_refused_in_a_sentence_that_says_what_to_do(byte[] bytes, string words) =>
        Assert.Contains(words, await Read.RefusalAsync(bytes), StringComparison.Ordinal);

    [Fact]
    public async Task A_thousand_columns_are_read()
    {
        string commas = new(',', ContactFileLimits.MostColumns - 1);
        var file = await Read.FileAsync($"email{commas}\nana@example.org{commas}\n");
        Assert.Equal("column 1000", file.Mapping.Columns[^1].Column);
        Assert.Empty(Assert.Single(await Read.RowsAsync(file)).Problems);
    }

    [Fact]
    public async Task A_file_over_50_MB_is_refused()
    {
        await using Blank stream = new(ContactFileLimits.MostBytes + 1);
        var result = await ContactFile.OpenAsync(stream, null, null, TestContext.Current.CancellationToken);
        Assert.Equal(
            "The file has more than 50 MB. Divide it into smaller files.", Assert.IsType<ContactFileResult.Unreadable>(result).Message);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Rows_are_read_up_to_the_limit(int more, bool opens)
    {
        var rows = Enumerable.Range(0, ContactFileLimits.MostRows + more).Select(number => $"a{number}@example.org\n\n");
        var text = $"email\n{string.Concat(rows)}";
        var result = await Read.OpenAsync(Encoding.UTF8.GetBytes(text));
        Assert.Equal(opens, result is ContactFileResult.Opened);
        if (!opens) Assert.Equal(
            "The file has more than 200,000 rows. Divide it into smaller files.",
            Assert.IsType<ContactFileResult.Unreadable>(result).Message);
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(1, false)]
    public async Task Cards_are_read_up_to_the_limit(int more, bool opens)
    {
        var text = string.Concat(Enumerable.Range(0, ContactFileLimits.MostRows + more)
            .Select(number => $"BEGIN:VCARD\nEMAIL:a{number}@example.org\nEND:VCARD\n"));
        Assert.Equal(opens, await Read.OpenAsync(Encoding.UTF8.GetBytes(text)) is ContactFileResult.Opened);
    }

    /// <summary>A file of which only the length is looked at.</summary>
    private sealed class Blank(long length) : MemoryStream
    {
        public override long Length => length;
    }
}

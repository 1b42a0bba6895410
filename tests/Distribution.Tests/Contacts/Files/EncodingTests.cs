using System.Text;

namespace Distribution.Tests.Contacts.Files;

public sealed class EncodingTests
{
    private const string Text = "Courriel;Nom\r\nzoe@example.org;Zoé Lévy – Œuvre\r\nan@example.org;An\r\n";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    public static TheoryData<string, byte[]> Encodings => new()
    {
        { "utf-8", Encoding.UTF8.GetBytes(Text) },
        { "utf-8", [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(Text)] },
        { "utf-16", [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(Text)] },
        { "utf-16", Encoding.Unicode.GetBytes(Text) },
        { "utf-16BE", [.. Encoding.BigEndianUnicode.GetPreamble(), .. Encoding.BigEndianUnicode.GetBytes(Text)] },
        { "utf-16BE", Encoding.BigEndianUnicode.GetBytes(Text) },
        { "windows-1252", Windows1252.GetBytes(Text) },
    };

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task An_encoding_is_found_and_read(string name, byte[] bytes)
    {
        var file = await Read.FileAsync(bytes);
        Assert.Equal(name, file.Encoding);
        Assert.Equal(["Courriel", "Nom"], file.Mapping.Columns.Select(column => column.Column));
        var rows = await Read.RowsAsync(file);
        Assert.Equal(["Zoé Lévy – Œuvre", "An"], rows.Select(row => row.Name));
        Assert.All(rows, row => Assert.Empty(row.Problems));
    }

    [Fact]
    public async Task Stray_bytes_in_UTF8_are_a_problem_of_their_row_only()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("email,name\nzoe@example.org,Zoé\nana@example.org,Rosé\nlea@example.org,"),
            .. Windows1252.GetBytes("Léa – X"),
            .. Encoding.UTF8.GetBytes("\nbo@example.org,Bø\n")
        ];
        var rows = await Read.RowsAsync(bytes);
        Assert.Equal(["Zoé", "Rosé", "Léa – X", "Bø"], rows.Select(row => row.Name));
        Assert.Equal([4], rows.Where(row => row.Problems.Count > 0).Select(row => row.Number));
        Assert.Contains("Windows-1252", Assert.Single(rows[2].Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_of_two_encodings_in_one_file_are_each_read_in_theirs()
    {
        byte[] bytes =
        [
            .. Encoding.UTF8.GetBytes("email,name\nzoe@example.org,Zoé\n"),
            .. Windows1252.GetBytes("lea@example.org,Léa Éléonore\nana@example.org,Núñez\n"),
        ];

        var rows = await Read.RowsAsync(bytes);

        Assert.Equal(["Zoé", "Léa Éléonore", "Núñez"], rows.Select(row => row.Name));
        Assert.Equal([3, 4], rows.Where(row => row.Problems.Count > 0).Select(row => row.Number));
    }

    [Fact]
    public async Task A_character_of_several_bytes_across_a_buffer_is_one_character()
    {
        var lines = Enumerable.Range(0, 20_000).Select(number => $"a{number}@example.org,{new string('é', number % 7)}é€😀\n");
        var rows = await Read.RowsAsync($"email,name\n{string.Concat(lines)}");
        Assert.Equal(20_000, rows.Count);
        Assert.All(rows, row => Assert.EndsWith("é€😀", row.Name, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Empty(row.Problems));
    }

    [Fact]
    public async Task NUL_characters_are_left_out_and_told_of()
    {
        var rows = await Read.RowsAsync("email,name\nana@example.org,An\0a\nben@example.org,Ben\n");
        Assert.Equal("Ana", rows[0].Name);
        Assert.Equal("NUL characters were left out.", Assert.Single(rows[0].Problems).Message);
        Assert.Empty(rows[1].Problems);
    }

    [Fact]
    public async Task Half_a_surrogate_pair_is_replaced_and_told_of()
    {
        var rows = await Read.RowsAsync(
        [
            .. Encoding.Unicode.GetPreamble(),
            .. Encoding.Unicode.GetBytes("email,name\nana@example.org,A"),
            0x00,
            0xD8,
            .. Encoding.Unicode.GetBytes("na\n")
        ]);
        Assert.Equal("A\uFFFDna", Assert.Single(rows).Name);
        Assert.Single(rows[0].Problems);
    }
}

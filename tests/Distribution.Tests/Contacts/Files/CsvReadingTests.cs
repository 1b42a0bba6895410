using Distribution.Contacts.Files;

namespace Distribution.Tests.Contacts.Files;

public sealed class CsvReadingTests
{
    [Theory]
    [InlineData("email,name\nana@example.org,Ana\n", ',')]
    [InlineData("email;name\nana@example.org;Ana\n", ';')]
    [InlineData("email\tname\nana@example.org\tAna\n", '\t')]
    [InlineData("email|name\nana@example.org|Ana\n", '|')]
    [InlineData("sep=;\nemail;name\nana@example.org;Ana\n", ';')]
    [InlineData("sep=#\r\nemail#name\r\nana@example.org#Ana\r\n", '#')]
    [InlineData("email;name;topics\nana@example.org;Ana;health, climate, sea, sky\nben@example.org;Ben;health, sea\n", ';')]
    [InlineData("email,name,notes\nana@example.org,Ana,one; two; three\nben@example.org,Ben,one; two\n", ',')]
    [InlineData("email\nana@example.org\n", ',')]
    [InlineData("ana@example.org", ',')]
    public async Task A_separator_is_found(string text, char separator)
    {
        var file = await Read.FileAsync(text);
        Assert.Equal(separator, file.Separator);
        Assert.Equal(separator == '\t' ? ContactFileFormat.Tsv : ContactFileFormat.Csv, file.Format);
        Assert.Equal("ana@example.org", (await Read.RowsAsync(file))[0].Address);
    }

    [Theory]
    [InlineData("email,name\nana@example.org,Ana\nben@example.org,Ben\n")]
    [InlineData("email,name\r\nana@example.org,Ana\r\nben@example.org,Ben\r\n")]
    [InlineData("email,name\rana@example.org,Ana\rben@example.org,Ben\r")]
    [InlineData("email,name\nana@example.org,Ana\r\nben@example.org,Ben")]
    public async Task Lines_end_in_CR_or_LF_or_both(string text)
    {
        var rows = await Read.RowsAsync(text);
        Assert.Equal([(2, "Ana"), (3, "Ben")], rows.Select(row => (row.Number, row.Name)));
    }

    [Theory]
    [InlineData("N/A")]
    [InlineData("-")]
    [InlineData("#N/A")]
    [InlineData("n.a.")]
    [InlineData("NULL")]
    [InlineData("none")]
    [InlineData("inconnu")]
    [InlineData("…")]
    public async Task A_word_for_no_value_is_an_empty_cell_in_every_field(string word)
    {
        var rows = await Read.RowsAsync(
            $"email,name,company,country,topics\na@example.org,{word},{word},{word},{word}\nb@example.org,Ben,Acme,NA,health\n");

        Assert.Equal(("", "", 0, 0), (rows[0].Name, rows[0].Outlet, rows[0].Countries.Count, rows[0].Topics.Count));
        Assert.Empty(rows[0].Problems);
        Assert.Equal(["NA"], rows[1].Countries);
    }

    [Theory]
    [InlineData("Press list 2026\n\nemail,name,country\nana@example.org,Ana,TT\n", 4)]
    [InlineData("Press list 2026,,\nAs of 1 May,,\nemail,name,country\nana@example.org,Ana,TT\n", 4)]
    [InlineData("Contacts\nemail;name;country\nana@example.org;Ana;TT\n", 3)]
    [InlineData("email,name,country\nana@example.org,Ana,TT\n", 2)]
    public async Task Titles_may_stand_above_the_names_of_the_columns(string text, int number)
    {
        var row = Assert.Single(await Read.RowsAsync(text));

        Assert.Equal((number, "ana@example.org", "Ana", "TT"), (row.Number, row.Address, row.Name, Assert.Single(row.Countries)));
        Assert.Empty(row.Problems);
    }

    [Theory]
    [InlineData("\"Núñez, Ana <ana@example.org>\"", "ana@example.org", "", "Ana Núñez", false)]
    [InlineData("ana@ / ana@example.org", "ana@example.org", "", "", true)]
    [InlineData("ana@example.org (home)", "ana@example.org", "", "", true)]
    [InlineData("\"ana@example.org or ben@example.org\"", "ana@example.org", "ben@example.org", "", false)]
    [InlineData("\"ana(at)example.org; ben@example.org\"", "ben@example.org", "", "", true)]
    [InlineData("\"Núñez, Ana <ana@example.org>; Ali, Ben <ben@example.org>\"", "ana@example.org", "ben@example.org", "Ana Núñez", false)]
    [InlineData("ana@example.org;ben@example.org", "ana@example.org", "ben@example.org", "", false)]
    public async Task Of_what_people_write_beside_addresses_the_usable_one_wins(
        string cell, string address, string other, string name, bool isReported)
    {
        var row = Assert.Single(await Read.RowsAsync($"email,role\n{cell},editor\n"));

        Assert.Equal((address, other, name), (row.Address, string.Join(' ', row.OtherAddresses), row.Name));
        Assert.Equal(isReported, row.Problems.Count > 0);
        Assert.All(row.Problems, problem => Assert.Equal(("email", cell.Trim('"')), (problem.Column, problem.Value)));
    }

    [Theory]
    [InlineData("\"Núñez, Ana\"", "Núñez, Ana")]
    [InlineData("\"Ana \"\"La Voz\"\" Núñez\"", "Ana \"La Voz\" Núñez")]
    [InlineData("\"Ana \"La Voz\" Núñez\"", "Ana \"La Voz\" Núñez")]
    [InlineData("Ana \"La Voz\" Núñez", "Ana \"La Voz\" Núñez")]
    [InlineData("\"Ana\r\nNúñez\"", "Ana\nNúñez")]
    [InlineData("\"Ana\n\nNúñez\"", "Ana\n\nNúñez")]
    [InlineData(" \"Ana, N\" ", "Ana, N")]
    [InlineData("  Ana  ", "Ana")]
    [InlineData("\"\"", "")]
    [InlineData("'+Ana", "+Ana")]
    [InlineData("'Ana", "'Ana")]
    public async Task A_cell_is_read_with_its_quotation_marks(string cell, string name)
    {
        var rows = await Read.RowsAsync($"email,name,role\nana@example.org,{cell},editor\nben@example.org,Ben,\n");
        Assert.Equal(
            [("ana@example.org", name, "editor"), ("ben@example.org", "Ben", "")], rows.Select(row => (row.Address, row.Name, row.Role)));
        Assert.All(rows, row => Assert.Empty(row.Problems));
    }

    [Theory]
    [InlineData("ana@example.org,\"Ana,editor\nben@example.org,Ben,\ncy@example.org,\"Cy\",\n")]
    [InlineData("ana@example.org,\"Ana,editor\nben@example.org,Ben,\ncy@example.org,Cy,\n")]
    [InlineData("ana@example.org,\"Ana,editor\nben@example.org,\"Ben\",\ncy@example.org,\"Cy\",\n")]
    public async Task A_quotation_mark_that_nobody_closed_costs_one_row(string lines)
    {
        var rows = await Read.RowsAsync($"email,name,role\n{lines}");
        Assert.Equal(
            [(2, "ana@example.org", "Ana"), (3, "ben@example.org", "Ben"), (4, "cy@example.org", "Cy")],
            rows.Select(row => (row.Number, row.Address, row.Name)));
        Assert.Equal("A quotation mark is opened and never closed.", Assert.Single(rows[0].Problems).Message);
        Assert.All(rows.Skip(1), row => Assert.Empty(row.Problems));
    }

    [Fact]
    public async Task A_quotation_mark_that_nobody_closed_reaches_no_further_than_a_thousand_lines()
    {
        var others = string.Concat(Enumerable.Range(0, 5_000).Select(number => $"a{number}@example.org,N\n"));
        var rows = await Read.RowsAsync($"email,name\nana@example.org,\"Ana\n{others}");
        Assert.Equal(5_001, rows.Count);
        Assert.Equal([2], rows.Where(row => row.Problems.Count > 0).Select(row => row.Number));
    }

    [Theory]
    [InlineData("ana@example.org,Ana", "The row has 2 cells, and the file has 3 columns.", "the cells there are")]
    [InlineData("ana@example.org", "The row has 1 cell, and the file has 3 columns.", "the cells there are")]
    [InlineData("ana@example.org,Ana,editor,more", "The row has 4 cells, and the file has 3 columns.", "the first 3")]
    public async Task A_row_with_too_few_or_too_many_cells_is_told_of(string row, string message, string taken)
    {
        var rows = await Read.RowsAsync($"email,name,role\n{row}\nben@example.org,Ben,editor\n");
        Assert.Equal("ana@example.org", rows[0].Address);
        Assert.Equal(new RowProblem("row", "", message, taken), Assert.Single(rows[0].Problems));
        Assert.Empty(rows[1].Problems);
    }

    [Fact]
    public async Task Empty_cells_too_many_are_no_problem() =>
        Assert.Empty(Assert.Single(await Read.RowsAsync("email,name\nana@example.org,Ana,,, \n")).Problems);

    [Fact]
    public async Task Empty_rows_are_passed_over_and_counted()
    {
        var rows =
            await Read.RowsAsync("\n\nemail,name\n\n,\nana@example.org,Ana\n   \nben@example.org,\"Ben\n\nAchebe\"\ncy@example.org,Cy\n\n");
        Assert.Equal([(6, "Ana"), (8, "Ben\n\nAchebe"), (9, "Cy")], rows.Select(row => (row.Number, row.Name)));
    }

    [Fact]
    public async Task Rows_are_read_again_from_the_first_on()
    {
        var file = await Read.FileAsync("email\nana@example.org\nben@example.org\n");
        Assert.Equal(await Read.RowsAsync(file), await Read.RowsAsync(file), SameRow.Get);
    }

    [Fact]
    public async Task A_cell_over_the_limit_is_cut_and_told_of()
    {
        var row = Assert.Single(await Read.RowsAsync($"email,notes\nana@example.org,{new string('x', 40_000)}\n"));
        Assert.Equal(ContactFileLimits.LongestCell, row.Notes.Length);
        Assert.Equal(
            new RowProblem("row", "notes", "The text has more than 32,767 characters.", "the first 32,767 characters"),
            Assert.Single(row.Problems));
    }

    [Fact]
    public async Task A_line_over_the_limit_is_cut_and_told_of()
    {
        var rows = await Read.RowsAsync($"email,notes\nana@example.org,{new string('x', 1_500_000)}\nben@example.org,\n");
        Assert.Equal(["ana@example.org", "ben@example.org"], rows.Select(row => row.Address));
        Assert.Contains(rows[0].Problems, problem => problem.Message == "A line over 1,000,000 characters was cut.");
    }

    [Fact]
    public async Task More_than_a_hundred_values_are_cut_and_told_of()
    {
        var row = Assert.Single(await Read.RowsAsync($"email,topics\nana@example.org,{string.Join(';', Enumerable.Range(0, 500))}\n"));
        Assert.Equal(100, row.Topics.Count);
        Assert.Equal(new RowProblem("topics", "topics", "There are more than 100 values.", "the first 100"), Assert.Single(row.Problems));
    }

    [Fact]
    public async Task A_row_about_nobody_is_broken()
    {
        var rows = await Read.RowsAsync("email,colour\n,red\nana@example.org,blue\n");
        Assert.Equal([true, false], rows.Select(row => row.IsBroken));
        Assert.Equal("Nothing in the row is about a contact.", Assert.Single(rows[0].Problems).Message);
    }

    [Fact]
    public async Task A_file_whose_first_row_has_an_address_has_no_header()
    {
        var file = await Read.FileAsync("Ana Núñez,ana@example.org,+18685550100,TT,es\nBen Achebe,ben@example.org,+2341555010,NG,en\n");
        Assert.False(file.HasHeader);
        Assert.Equal(
            [("column 1", "name"), ("column 2", "address"), ("column 3", "phones"), ("column 4", "countries"), ("column 5", "languages")],
            file.Mapping.Columns.Select(column => (column.Column, column.Target?.ToString())));
        Assert.Equal(
            (1, "Ana Núñez", "TT", "es"),
            (await Read.RowsAsync(file)).Select(row => (row.Number, row.Name, row.Countries[0], row.Languages[0])).First());
    }

    [Fact]
    public async Task Rows_are_streamed()
    {
        var file = await Read.FileAsync(
            $"email,name\n{string.Concat(Enumerable.Range(0, 50_000).Select(number => $"a{number}@example.org,Name {number}\n"))}");
        List<WeakReference> early = [];
        await foreach (var row in file.RowsAsync(TestContext.Current.CancellationToken))
        {
            if (row.Number < 1_000) early.Add(new(row));
        }

        GC.Collect();
        Assert.Equal(998, early.Count);
        // A debug build may hold on to the last one.
        Assert.InRange(early.Count(row => row.IsAlive), 0, 2);
    }
}

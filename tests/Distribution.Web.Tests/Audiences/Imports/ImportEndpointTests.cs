using System.Net;
using System.Text;
using System.Text.Json;
using Distribution.Audiences.Imports;
using Distribution.Platform.Jobs;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Audiences.Imports;

public sealed class ImportEndpointTests(PressOfficeHost fixture) : IClassFixture<PressOfficeHost>
{
    private const string Settings =
        """
        {
          "source": "Press list of the ministry", "lawfulBasis": "publicTask", "language": "en",
          "lists": ["everyone"], "basis": "consent", "evidence": "Forms signed at the press conference."
        }
        """;

    private readonly HttpHost app = fixture.App;

    [Fact]
    public async Task A_file_is_uploaded_checked_imported_read_row_by_row_and_deleted()
    {
        using var uploaded = await UploadAsync("Email,Name,Beat\nana@example.org,Ana,Health\nnot an address,Nobody,\n");
        var import = await uploaded.JsonAsync(HttpStatusCode.Created);
        var address = uploaded.Headers.Location!.ToString();
        Assert.Equal("address", import.GetProperty("columns")[0].GetProperty("field").GetString());
        using var early = await app.Administrator.PostAsync($"{address}/run", "{}");
        await early.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");

        using var checking = await app.Administrator.PostAsync($"{address}/check", Settings);
        Assert.Equal("checking", (await checking.JsonAsync()).GetProperty("state").GetString());
        await WorkAsync(import);
        var counts = (await ReadAsync(address)).GetProperty("counts");
        Assert.Equal((1, 1, 1), (Number(counts, "added"), Number(counts, "leftOut"), Number(counts, "subscribed")));
        using var none = await app.Administrator.ReadAsync("/api/subscriptions?list=everyone");
        Assert.Empty((await none.JsonAsync()).GetProperty("items").EnumerateArray());

        using var running = await app.Administrator.PostAsync($"{address}/run", "{}");
        Assert.Equal("running", (await running.JsonAsync()).GetProperty("state").GetString());
        await WorkAsync(import);
        Assert.Equal(
            ("finished", 100), ((await ReadAsync(address)).GetProperty("state").GetString(), Number(await ReadAsync(address), "percent")));
        using var rows = await app.Administrator.ReadAsync($"{address}/rows?outcome=leftOut");
        Assert.Equal(3, Number(Assert.Single((await rows.JsonAsync()).GetProperty("items").EnumerateArray()), "row"));
        using var csv = await app.Administrator.ReadAsync($"{address}/rows.csv");
        Assert.Equal("text/csv", csv.Content.Headers.ContentType?.MediaType);
        var lines = (await csv.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Split("\r\n");
        Assert.Equal("row,outcome,contact,lists,suppressed,ended,field,column,problem,taken,value,reason", lines[0]);
        Assert.StartsWith("2,added,", lines[1], StringComparison.Ordinal);
        Assert.StartsWith("3,leftOut,,,,,address,", lines[2], StringComparison.Ordinal);

        using var deleted = await app.Administrator.RemoveAsync(address);
        Assert.Equal(HttpStatusCode.NoContent, deleted.StatusCode);
        using var gone = await app.Administrator.ReadAsync($"{address}/rows");
        await gone.AssertProblemAsync(HttpStatusCode.NotFound, "missing");
    }

    [Fact]
    public async Task Rows_are_read_part_by_part()
    {
        using var uploaded =
            await UploadAsync("Email\n" + string.Join('\n', Enumerable.Range(0, 5).Select(number => $"part{number}@example.org")));
        var address = uploaded.Headers.Location!.ToString();
        using var checking = await app.Administrator.PostAsync($"{address}/check", Settings);
        await WorkAsync(await uploaded.JsonAsync(HttpStatusCode.Created));

        using var first = await app.Administrator.ReadAsync($"{address}/rows?limit=3");
        using var second =
            await app.Administrator.ReadAsync($"{address}/rows?limit=3&after={(await first.JsonAsync()).GetProperty("next").GetString()}");

        Assert.Equal([5, 6], (await second.JsonAsync()).GetProperty("items").EnumerateArray().Select(row => Number(row, "row")));
    }

    [Fact]
    public async Task A_value_about_mails_that_is_not_understood_stops_the_run_and_the_answer_says_what_to_do()
    {
        using var uploaded = await UploadAsync("Email,Status\nundecided@example.org,lapsed\n");
        var address = uploaded.Headers.Location!.ToString();
        using var checking = await app.Administrator.PostAsync($"{address}/check", Settings);
        await WorkAsync(await uploaded.JsonAsync(HttpStatusCode.Created));
        Assert.Equal("lapsed", (await ReadAsync(address)).GetProperty("undecided")[0].GetProperty("value").GetString());

        using var running = await app.Administrator.PostAsync($"{address}/run", "{}");
        var problem = await running.AssertProblemAsync(HttpStatusCode.Conflict, "wrong-state");
        Assert.Contains("\"lapsed\" in Status", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);

        using var again = await app.Administrator.PostAsync(
            $"{address}/check",
            Settings.Replace("\"lists\"", "\"statusValues\": { \"lapsed\": \"blocked\" }, \"lists\"", StringComparison.Ordinal));
        Assert.Equal("checking", (await again.JsonAsync()).GetProperty("state").GetString());
    }

    [Fact]
    public async Task A_file_that_is_no_list_of_contacts_is_refused_with_what_to_do()
    {
        using var answer = await UploadAsync("%PDF-1.7 …");

        Assert.NotEmpty(await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", "file"));
    }

    [Theory]
    [InlineData("mapping.Beat", """{ "source": "s", "lawfulBasis": "consent", "language": "en", "mapping": { "Beat": "horoscope" } }""")]
    [InlineData("mapping.Zodiac", """{ "source": "s", "lawfulBasis": "consent", "language": "en", "mapping": { "Zodiac": "topics" } }""")]
    [InlineData(
        "lists.0", """{ "source": "s", "lawfulBasis": "consent", "language": "en", "lists": ["nobody"], "basis": "b", "evidence": "e" }""")]
    [InlineData("basis", """{ "source": "s", "lawfulBasis": "consent", "language": "en", "lists": ["everyone"], "evidence": "e" }""")]
    [InlineData("language", """{ "source": "s", "lawfulBasis": "consent", "language": "klingon" }""")]
    public async Task Settings_that_are_not_right_are_named(string field, string settings)
    {
        using var uploaded = await UploadAsync("Email,Beat\nana@example.org,Health\n");

        using var answer = await app.Administrator.PostAsync($"{uploaded.Headers.Location}/check", settings);

        await answer.AssertFieldAsync(HttpStatusCode.UnprocessableEntity, "invalid", field);
    }

    [Fact]
    public async Task Nobody_is_put_on_the_list_of_an_office_by_an_author_of_another()
    {
        using var client = app.Client(await app.NewKeyAsync(Role.Author, PressOffice.Foreign));
        using var uploaded = await UploadAsync("Email\nana@example.org\n");

        using var answer = await client.PostAsync(
            $"{uploaded.Headers.Location}/check", Settings.Replace("everyone", "desk-press", StringComparison.Ordinal));

        await answer.AssertProblemAsync(HttpStatusCode.Forbidden, "forbidden");
    }

    [Fact]
    public async Task A_file_may_be_larger_than_other_bodies_and_has_a_limit_of_its_own()
    {
        using var large = await UploadAsync("Email,Notes\n"
            + string.Join('\n', Enumerable.Range(0, 2_000).Select(number => $"large{number}@example.org,{new string('a', 1_000)}")));
        Assert.Equal(HttpStatusCode.Created, large.StatusCode);

        using var tooLarge = await UploadAsync(new string('a', (50 * 1024 * 1024) + 1));

        await tooLarge.AssertProblemAsync(HttpStatusCode.RequestEntityTooLarge, "too-large");
    }

    [Fact]
    public async Task A_file_comes_in_a_form_as_well()
    {
        using MultipartFormDataContent form = new()
        {
            { new StringContent("a field before it"), "note" },
            { new StringContent("Email,Name\nana@example.org,Ana\n", Encoding.UTF8, "text/csv"), "file", "from-a-form.csv" },
        };

        using var answer = await app.Administrator.PostAsync("/api/imports", form, TestContext.Current.CancellationToken);

        var import = await answer.JsonAsync(HttpStatusCode.Created);
        Assert.Equal("from-a-form.csv", import.GetProperty("fileName").GetString());
        Assert.Equal(2, import.GetProperty("columns").GetArrayLength());
    }

    [Fact]
    public async Task A_form_without_a_file_is_refused()
    {
        using MultipartFormDataContent form = new() { { new StringContent("Email"), "note" } };

        using var answer = await app.Administrator.PostAsync("/api/imports", form, TestContext.Current.CancellationToken);

        var problem = await answer.AssertProblemAsync(HttpStatusCode.BadRequest, "unreadable");
        Assert.Contains("filename", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
    }

    private Task<HttpResponseMessage> UploadAsync(string text)
    {
        HttpRequestMessage request =
            new(HttpMethod.Post, "/api/imports?fileName=press.csv") { Content = new StringContent(text, Encoding.UTF8, "text/csv") };
        // So that a refusal comes before the body leaves.
        request.Headers.ExpectContinue = true;
        return app.Administrator.SendAsync(request, TestContext.Current.CancellationToken);
    }

    private Task WorkAsync(JsonElement import) =>
        app.Get<RunWork>().RunAsync($"{RunImport.JobName}|{import.GetProperty("id").GetString()}", TestContext.Current.CancellationToken);

    private async Task<JsonElement> ReadAsync(string address)
    {
        using var answer = await app.Administrator.ReadAsync(address);
        return await answer.JsonAsync();
    }

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}

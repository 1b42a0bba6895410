using System.Net;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console.Write;

public sealed class StartTests(ConsoleDesk desk) : IClassFixture<ConsoleDesk>
{
    private const string Address = "/console/releases/new/from-text";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_taken_apart_shown_and_made_a_draft_once_its_author_accepts()
    {
        using var ana = await desk.SignInAsync("Ana");
        using var read = await ana.SendFormAsync(
            Address,
            ("office", PressOffice.Desk), ("language", "en"),
            ("text", "PRESS RELEASE\nFour islands share one reef fund\nMoney for divers and wardens\nPort of Spain – Four islands agreed "
                + "today.\nMore words."));
        var page = WebUtility.HtmlDecode(await read.Content.ReadAsStringAsync(Token));
        Assert.Equal(HttpStatusCode.OK, read.StatusCode);
        Assert.Contains("Four islands share one reef fund</textarea>", page, StringComparison.Ordinal);
        Assert.Contains("value=\"Money for divers and wardens\"", page, StringComparison.Ordinal);
        Assert.Contains("Port of Spain – Four islands agreed today.\n\nMore words.</textarea>", page, StringComparison.Ordinal);

        using var made = await ana.SendFormAsync(
            Address,
            ("accept", "true"), ("office", PressOffice.Desk), ("language", "en"), ("headline", "Four islands"), ("body", "Agreed."));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var document = await desk.ReadAsync(made.Headers.Location!.ToString().Split('/')[3]);
        var text = document.In("en");
        Assert.Equal(("Four islands", "Agreed.", TranslationState.Draft), (text.Headline, text.Body, text.State));
        Assert.Equal(["maelle"], document.Release.PressOfficers);
    }

    [Theory]
    [InlineData("<h1>One reef</h1><p>Some <b>bold</b> words.</p>", "One reef", "Some **bold** words.")]
    [InlineData("---\nlanguage: en\nheadline: One reef\n---\nSome words.", "One reef", "Some words.")]
    [InlineData("# One reef\n\nSome words.\n\n- one\n- two", "One reef", "Some words.\n\n- one\n- two")]
    public async Task HTML_Markdown_and_front_matter_are_read_from_a_file_too(string content, string headline, string body)
    {
        using var ana = await desk.SignInAsync("Ana");
        using MultipartFormDataContent form = new()
        {
            { new StringContent(PressOffice.Desk), "office" },
            { new StringContent("en"), "language" },
            { new StringContent(""), "text" },
            { new StringContent(content), "file", "release.txt" },
        };
        using var answer = await ana.PostAsync(new Uri(Address, UriKind.Relative), form, Token);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        Assert.Contains($"{headline}</textarea>", page, StringComparison.Ordinal);
        Assert.Contains($"{body}</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_text_the_field_is_named()
    {
        using var ana = await desk.SignInAsync("Ana");
        using var answer = await ana.SendFormAsync(Address, ("office", PressOffice.Desk), ("language", "en"), ("text", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("href=\"#text\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }
}

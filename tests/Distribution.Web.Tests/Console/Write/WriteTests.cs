using System.Net;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using static Distribution.Web.Tests.Console.Write.ConsoleForms;

namespace Distribution.Web.Tests.Console.Write;

public sealed class WriteTests(ConsoleDesk desk) : IClassFixture<ConsoleDesk>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_text_is_saved_without_a_body_and_without_an_audience()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync("");
        var version = Hidden(await ana.PageAsync($"/console/releases/{release}/write"), "version");
        using var answer =
            await ana.SendPartAsync($"/console/releases/{release}/write/en", ("version", version), ("headline", "Half a head"));
        var saved = await answer.JsonOfAsync();
        Assert.NotEqual(version, saved.GetProperty("version").GetString());
        Assert.Equal("Half a head", (await desk.ReadAsync(release)).In("en").Headline);
    }

    [Fact]
    public async Task A_text_that_is_said_to_be_ready_stays_a_draft_until_it_has_headline_and_body()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync();
        var first = await SaveAsync(ana, release, "en", await VersionAsync(release, "en"), ("headline", "One"), ("ready", "on"));
        Assert.True(first.GetProperty("isUnfinished").GetBoolean());
        Assert.Equal(TranslationState.Draft, (await desk.ReadAsync(release)).In("en").State);
        var version = first.GetProperty("version").GetString()!;
        var second = await SaveAsync(ana, release, "en", version, ("headline", "One"), ("body", "Words."), ("ready", "on"));
        Assert.True(second.GetProperty("isReady").GetBoolean());
        Assert.Equal(TranslationState.Ready, (await desk.ReadAsync(release)).In("en").State);
    }

    [Fact]
    public async Task A_save_whose_answer_was_lost_is_sent_again_and_is_no_conflict()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync();
        var version = await VersionAsync(release, "en");
        var first = await SaveAsync(ana, release, "en", version, ("headline", "One"), ("body", "Words.  "));
        var again = await SaveAsync(ana, release, "en", version, ("headline", "One"), ("body", "Words.  "));
        Assert.Equal(first.GetProperty("version").GetString(), again.GetProperty("version").GetString());
    }

    [Fact]
    public async Task Texts_of_two_languages_do_not_disturb_each_other()
    {
        using var ana = await desk.SignInAsync("Ana");
        using var bo = await desk.SignInAsync("Bo");
        var release = await ana.DraftAsync();
        using (var added = await bo.SendFormAsync($"/console/releases/{release}/texts", ("language", "fr")))
            Assert.Equal($"/console/releases/{release}/write/fr?beside=en&done=added", added.Headers.Location!.ToString());
        var (english, french) = (await VersionAsync(release, "en"), await VersionAsync(release, "fr"));
        var saved = await Task.WhenAll(
            SaveAsync(ana, release, "en", english, ("headline", "Reefs"), ("body", "One.")),
            SaveAsync(bo, release, "fr", french, ("headline", "Récifs"), ("body", "Un.")));
        Assert.Equal(2, saved.Length);
        var document = await desk.ReadAsync(release);
        Assert.Equal(("Reefs", "Récifs"), (document.In("en").Headline, document.In("fr").Headline));
    }

    [Fact]
    public async Task Two_who_write_one_text_see_both_field_by_field_and_lose_nothing()
    {
        using var ana = await desk.SignInAsync("Ana Ruiz");
        using var bo = await desk.SignInAsync("Bo Chen");
        var release = await ana.DraftAsync();
        var version = await VersionAsync(release, "en");
        await SaveAsync(bo, release, "en", version, ("headline", "Four reefs"), ("summary", "From Bo"), ("body", "Words of Bo"));

        using var refused = await ana.SendPartAsync(
            $"/console/releases/{release}/write/en",
            ("version", version),
            ("headline", "Four reefs"),
            ("summary", "From Ana"),
            ("body", "Words of Ana"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, refused.StatusCode);
        var part = await refused.Content.ReadAsStringAsync(Token);
        Assert.Contains("Bo Chen changed this release", part, StringComparison.Ordinal);
        Assert.Contains("data-field=\"summary\"", part, StringComparison.Ordinal);
        Assert.DoesNotContain("data-field=\"headline\"", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);

        // Without JavaScript the page that answers does the same.
        using var page = await ana.SendFormAsync(
            $"/console/releases/{release}/write/en",
            ("version", version),
            ("headline", "Four reefs"),
            ("summary", "From Ana"),
            ("body", "Words of Ana"));
        Assert.Equal(HttpStatusCode.PreconditionFailed, page.StatusCode);
        var both = await page.Content.ReadAsStringAsync(Token);
        Assert.Contains("<html", both, StringComparison.Ordinal);
        using var chosen = await ana.SendFormAsync(
            $"/console/releases/{release}/write/en",
            ("version", Hidden(both, "version")), ("resolve", "true"),
            ("mine.headline", "Four reefs"), ("theirs.headline", "Four reefs"),
            ("mine.summary", "From Ana"), ("theirs.summary", "From Bo"), ("choice.summary", "theirs"),
            ("mine.body", "Words of Ana"), ("theirs.body", "Words of Bo"), ("choice.body", "mine"));
        Assert.Equal(HttpStatusCode.SeeOther, chosen.StatusCode);
        var text = (await desk.ReadAsync(release)).In("en");
        Assert.Equal(("Four reefs", "From Bo", "Words of Ana"), (text.Headline, text.Summary, text.Body));
    }

    [Fact]
    public async Task A_form_without_JavaScript_keeps_what_was_typed_and_names_the_field()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync();
        using var answer = await ana.SendFormAsync(
            $"/console/releases/{release}/write/en",
            ("version", await VersionAsync(release, "en")), ("headline", new string('x', 301)), ("body", "Long work & care"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("href=\"#headline\"", page, StringComparison.Ordinal);
        Assert.Contains("Long work &amp; care", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_user_who_only_reads_gets_no_fields()
    {
        using var ana = await desk.SignInAsync("Ana");
        using var reader = await desk.SignInAsync("Rita", Role.Viewer);
        var release = await ana.DraftAsync();
        var page = await reader.PageAsync($"/console/releases/{release}/write");
        Assert.DoesNotContain("<textarea", page, StringComparison.Ordinal);
        Assert.Contains("authors at Port of Spain", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_that_an_approver_is_asked_about_says_what_an_edit_does_and_does_not_save_by_itself()
    {
        using var ana = await desk.SignInAsync("Ana", Role.Approver);
        using var made = await desk.App.Administrator.PostAsync(
            "/api/releases",
            """
            { "office": "port-of-spain", "audience": { "lists": ["everyone"] }, "originalLanguage": "en",
              "translations": { "en": { "headline": "One", "body": "Words." } } }
            """);
        var release = (await made.JsonOfAsync(HttpStatusCode.Created)).GetProperty("id").GetString()!;
        Assert.Contains("data-saves-itself=\"true\"", await ana.PageAsync($"/console/releases/{release}/write"), StringComparison.Ordinal);
        using var submitted = await desk.App.Administrator.PostAsync($"/api/releases/{release}/submit", "{}");
        Assert.True(submitted.IsSuccessStatusCode, await submitted.Content.ReadAsStringAsync(Token));
        var page = await ana.PageAsync($"/console/releases/{release}/write");
        Assert.DoesNotContain("data-saves-itself", page, StringComparison.Ordinal);
        Assert.Contains("An approver has been asked", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_page_saves_by_itself_is_one_sitting_in_history_and_audit()
    {
        using var ana = await desk.SignInAsync("Ana");
        using var bo = await desk.SignInAsync("Bo");
        var release = await ana.DraftAsync();
        var version = await VersionAsync(release, "en");
        for (var save = 1; save <= 5; save++)
        {
            desk.App.Clock.Advance(TimeSpan.FromSeconds(3));
            version = (await SaveAsync(ana, release, "en", version, ("headline", "Four reefs"), ("body", $"Word {save}")))
                .GetProperty("version").GetString()!;
        }

        Assert.Equal(6, (await desk.ReadAsync(release)).Release.Version);
        Assert.Empty(await KeptAsync(release));
        Assert.Single(await EditsAsync(release));

        version = (await SaveAsync(bo, release, "en", version, ("headline", "Four reefs"), ("body", "Bo's words"))).GetProperty("version")
            .GetString()!;
        Assert.Equal([6], await KeptAsync(release));
        desk.App.Clock.Advance(TimeSpan.FromMinutes(11));
        await SaveAsync(bo, release, "en", version, ("headline", "Four reefs"), ("body", "Later words"));
        Assert.Equal([6, 7], await KeptAsync(release));
        Assert.Equal(3, (await EditsAsync(release)).Count);
    }

    [Fact]
    public async Task What_comes_from_a_word_processor_becomes_Markdown_and_what_was_dropped_is_said()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync();
        using var answer = await ana.SendPartAsync(
            $"/console/releases/{release}/write/en/paste",
            ("html", "<p style=\"color:red\">Two <b>bold</b> words</p><script>alert(1)</script><ul><li>One</li></ul>"));
        var pasted = await answer.JsonOfAsync();
        Assert.Contains("Two **bold** words", pasted.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.DoesNotContain("alert", pasted.GetProperty("markdown").GetString(), StringComparison.Ordinal);
        Assert.Contains(
            pasted.GetProperty("dropped").EnumerateArray(), said => said.GetString()!.Contains("fonts, colours", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Who_else_has_a_text_open_is_said_for_a_while()
    {
        using var ana = await desk.SignInAsync("Ana Ruiz");
        using var bo = await desk.SignInAsync("Bo Chen");
        var release = await ana.DraftAsync();
        Assert.Equal("", (await PresentAsync(ana, release, "en")).Trim());
        Assert.Contains("Ana Ruiz has the text in English open.", await PresentAsync(bo, release, "fr"), StringComparison.Ordinal);
        Assert.Contains("Bo Chen", await PresentAsync(ana, release, "en"), StringComparison.Ordinal);
        desk.App.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal("", (await PresentAsync(ana, release, "en")).Trim());
    }

    [Fact]
    public async Task A_text_is_deleted_after_a_page_that_asks_and_the_original_never()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync();
        using (await ana.SendFormAsync($"/console/releases/{release}/texts", ("language", "fr")))
        {
        }

        var version = Hidden(await ana.PageAsync($"/console/releases/{release}/write/fr/delete"), "version");
        await ana.PageAsync($"/console/releases/{release}/write/en/delete", HttpStatusCode.SeeOther);
        using var deleted = await ana.SendFormAsync($"/console/releases/{release}/write/fr/delete", ("version", version));
        Assert.Equal(["en"], (await desk.ReadAsync(release)).Languages);
    }

    [Fact]
    public async Task A_part_of_a_page_without_a_session_is_a_notice_beside_the_text()
    {
        using var ana = await desk.SignInAsync("Ana");
        using var nobody = desk.App.Browser();
        var release = await ana.DraftAsync();
        using var answer = await nobody.SendPartAsync($"/console/releases/{release}/write/en", ("headline", "Lost?"));
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Contains("id=\"notices\"", await answer.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    private static async Task<System.Text.Json.JsonElement> SaveAsync(
        HttpClient browser, string release, string language, string version, params (string Name, string Value)[] fields)
    {
        using var answer = await browser.SendPartAsync($"/console/releases/{release}/write/{language}", [("version", version), .. fields]);
        return await answer.JsonOfAsync();
    }

    private async Task<string> VersionAsync(string release, string language) =>
        TextVersion.Of((await desk.ReadAsync(release)).In(language));

    private static async Task<string> PresentAsync(HttpClient browser, string release, string language)
    {
        using var answer = await browser.SendPartAsync($"/console/releases/{release}/write/{language}/presence");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsStringAsync(Token);
    }

    private async Task<List<int>> KeptAsync(string release) =>
        await desk.App.Get<ReleaseVersionStore>().AllAsync(release, Token).Select(version => version.Version).ToListAsync(Token);

    /// <summary>Edits that wait to be written to the audit, or are.</summary>
    private async Task<List<int>> EditsAsync(string release) =>
        await desk.App.Get<ReleaseStore>().OpenTransitionsAsync(release, Token)
            .Where(step => step.Value.Kind == Distribution.Releases.Workflow.TransitionKind.Edited)
                .Select(step => step.Value.Version).ToListAsync(Token);
}

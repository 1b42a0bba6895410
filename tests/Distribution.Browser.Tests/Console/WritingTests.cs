using System.Text.RegularExpressions;
using Distribution.Browser.Tests.Journalists;
using Distribution.Releases.Drafts;
using Distribution.Testing;
using Microsoft.Playwright;

namespace Distribution.Browser.Tests.Console;

/// <summary>Writing in a browser: nothing that was typed is lost, whatever happens to the line, the session, or the other author.</summary>
public sealed partial class WritingTests(Azurite azurite) : IAsyncLifetime
{
    private FullHost house = null!;
    private Journalist desk = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        house = await FullHost.OpenAsync(azurite, Token);
        desk = await Journalist.SitDownAsync(house, "en");
    }

    public async ValueTask DisposeAsync()
    {
        if (desk is not null) await desk.DisposeAsync();
        if (house is not null) await house.DisposeAsync();
    }

    [Fact]
    public async Task A_release_in_two_languages_saves_itself_while_it_is_typed()
    {
        var ana = await Colleague.SitDownAsync(house, desk, "Ana Ruiz");
        await ana.GoToAsync("/console/releases/new");
        await ana.Page.Locator("main button[type=submit]").ClickAsync();
        await ana.Page.Locator("#headline").PressSequentiallyAsync("Harbour reopens");
        await ana.SeesSavedAsync();
        await ana.Page.Locator("#body").FillAsync("To come: TBC");
        await ana.SeesAsync("“TBC” looks like a placeholder");
        await ana.AssertUsableAsync("write");
        var id = IdOf(ana.Page);
        Assert.Equal(("Harbour reopens", "To come: TBC"), await TextAsync(id, "en"));

        await ana.Page.Locator(".add-language summary").ClickAsync();
        await ana.Page.Locator("#language").SelectOptionAsync("fr");
        await ana.Page.Locator(".add-language button").ClickAsync();
        await Assertions.Expect(ana.Page.Locator("form.text")).ToHaveCountAsync(2);
        await ana.Page.Locator("#headline").FillAsync("Le port rouvre");
        await ana.Page.Locator("#body-en").FillAsync("Small boats are back.");
        await Assertions.Expect(ana.Page.Locator("form[data-text=fr] .saving")).ToContainTextAsync("Saved", new() { Timeout = 20_000 });
        await Assertions.Expect(ana.Page.Locator("form[data-text=en] .saving")).ToContainTextAsync("Saved", new() { Timeout = 20_000 });
        Assert.Equal(("Le port rouvre", ""), await TextAsync(id, "fr"));
        Assert.Equal(("Harbour reopens", "Small boats are back."), await TextAsync(id, "en"));
        await ana.AssertUsableAsync("beside");

        await ana.GoToAsync($"/console/releases/{id}/details");
        await ana.Page.Locator("#sendAt").FillAsync("2027-03-26T09:00");
        await ana.SeesAsync("Friday 26 March 2027, 09:00 in");
        await ana.AssertUsableAsync("details");
        await ana.Page.Locator("#details button[type=submit]").ClickAsync();
        await ana.SeesAsync("Saved.");
        await ana.GoToAsync($"/console/releases/{id}/preview");
        await Assertions.Expect(ana.Page.FrameLocator("iframe.mail").GetByText("Small boats are back.").Last).ToBeVisibleAsync();
        Assert.Empty(ana.Faults);
    }

    [Fact]
    public async Task A_cut_line_loses_nothing_and_what_was_typed_meanwhile_is_saved_by_itself()
    {
        var ana = await Colleague.SitDownAsync(house, desk, "Ana Ruiz");
        var id = await BeginAsync(ana);
        await ana.Context.SetOfflineAsync(true);
        await ana.Page.Locator("#body").PressSequentiallyAsync("Written without a line.");
        await Assertions.Expect(ana.Saving).ToContainTextAsync("there is no connection", new() { Timeout = 20_000 });
        await ana.Page.Locator("#body").PressSequentiallyAsync(" And on.");
        await ana.Context.SetOfflineAsync(false);
        await ana.SeesSavedAsync();
        Assert.Equal("Written without a line. And on.", (await TextAsync(id, "en")).Body);
        Assert.Empty(ana.Faults);
    }

    [Fact]
    public async Task Words_that_a_crash_has_left_in_the_browser_are_offered()
    {
        var ana = await Colleague.SitDownAsync(house, desk, "Ana Ruiz");
        var id = await BeginAsync(ana);
        await ana.Context.SetOfflineAsync(true);
        await ana.Page.Locator("#body").PressSequentiallyAsync("Before the crash.");
        await ana.CrashAsync();
        await ana.Context.SetOfflineAsync(false);
        await ana.GoToAsync($"/console/releases/{id}/write");
        await Assertions.Expect(ana.Page.Locator("#body")).ToHaveValueAsync("");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Continue with them" }).ClickAsync();
        await Assertions.Expect(ana.Page.Locator("#body")).ToHaveValueAsync("Before the crash.");
        await ana.SeesSavedAsync();
        Assert.Equal("Before the crash.", (await TextAsync(id, "en")).Body);
        await ana.GoToAsync($"/console/releases/{id}/write");
        await Assertions.Expect(ana.Page.Locator(".kept")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_session_that_ends_in_mid_sentence_loses_nothing()
    {
        var ana = await Colleague.SitDownAsync(house, desk, "Ana Ruiz");
        var id = await BeginAsync(ana);
        await ana.EndSessionsAsync();
        await ana.Page.Locator("#body").PressSequentiallyAsync("Half a sentence");
        await ana.SeesAsync("You are no longer signed in");
        await Assertions.Expect(ana.Saving).ToContainTextAsync("Not saved", new() { Timeout = 20_000 });
        await ana.Page.Locator("#body").PressSequentiallyAsync(", and its end.");
        await ana.SignInAsync();
        await ana.SeesSavedAsync();
        await Assertions.Expect(ana.Page.Locator("#notices")).ToBeHiddenAsync();
        Assert.Equal("Half a sentence, and its end.", (await TextAsync(id, "en")).Body);
        Assert.Empty(ana.Faults);
    }

    [Fact]
    public async Task Two_who_write_one_text_choose_field_by_field()
    {
        var ana = await Colleague.SitDownAsync(house, desk, "Ana Ruiz");
        var bo = await Colleague.SitDownAsync(house, desk, "Bo Chen");
        var id = await BeginAsync(ana);
        await bo.GoToAsync($"/console/releases/{id}/write");
        await bo.SeesAsync("Ana Ruiz has this text open, too.");
        await bo.Page.Locator("#summary").FillAsync("Summary of Bo");
        await bo.SeesSavedAsync();
        await ana.Page.Locator("#body").FillAsync("Body of Ana");
        await ana.SeesAsync("Two people have written this text");
        await ana.SeesAsync("Bo Chen changed this release");
        await ana.AssertUsableAsync("conflict");
        Assert.Equal("", (await TextAsync(id, "en")).Body);
        await ana.Page.Locator("fieldset[data-field=summary] input[value=theirs]").CheckAsync();
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Save the choice" }).ClickAsync();
        await ana.SeesSavedAsync();
        var text = (await house.Web.Get<ReleaseStore>().FindAsync(id, Token))!.In("en");
        Assert.Equal(("Summary of Bo", "Body of Ana"), (text.Summary, text.Body));
        Assert.Empty(ana.Faults);
    }

    [Fact]
    public async Task What_is_pasted_from_a_word_processor_becomes_Markdown_and_the_toolbar_works_by_keyboard()
    {
        var ana = await Colleague.SitDownAsync(house, desk, "Ana Ruiz");
        var id = await BeginAsync(ana);
        await ana.Page.Locator("#body").FocusAsync();
        await ana.Page.EvaluateAsync(
            """
            () => {
              const data = new DataTransfer();
              data.setData("text/html", "<p style='color: red'>Two <b>bold</b> words</p>");
              data.setData("text/plain", "Two bold words");
              document.getElementById("body").dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
            }
            """);
        await Assertions.Expect(ana.Page.Locator("#body")).ToHaveValueAsync(BoldWords());
        await ana.SeesAsync("Not taken over: fonts, colours");
        await ana.Page.Locator("#body").FillAsync("word");
        await ana.Page.Locator("#body").SelectTextAsync();
        await ana.Page.Keyboard.PressAsync("Shift+Tab");
        await Assertions.Expect(ana.Page.Locator("markdown-toolbar md-bold")).ToBeFocusedAsync();
        await ana.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(ana.Page.Locator("#body")).ToHaveValueAsync("**word**");
        await ana.SeesSavedAsync();
        Assert.Equal("**word**", (await TextAsync(id, "en")).Body);
        Assert.Empty(ana.Faults);
    }

    [Fact]
    public async Task Without_a_script_a_text_is_saved_by_its_button()
    {
        var ana = await Colleague.SitDownAsync(house, desk, "Ana Ruiz", hasScripts: false);
        var id = await BeginAsync(ana);
        await ana.Page.Locator("#body").FillAsync("By hand.");
        await ana.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();
        await ana.SeesAsync("Saved.");
        Assert.Equal("By hand.", (await TextAsync(id, "en")).Body);
    }

    /// <summary>Begins a release by its page, and stands at its text.</summary>
    private static async Task<string> BeginAsync(Colleague author)
    {
        await author.GoToAsync("/console/releases/new");
        await author.Page.Locator("#headline").FillAsync("Harbour reopens");
        await author.Page.Locator("main button[type=submit]").ClickAsync();
        await Assertions.Expect(author.Page.Locator("#body")).ToBeVisibleAsync();
        return IdOf(author.Page);
    }

    private static string IdOf(IPage page) => new Uri(page.Url).Segments[3].Trim('/');

    private async Task<(string Headline, string Body)> TextAsync(string id, string language)
    {
        var text = (await house.Web.Get<ReleaseStore>().FindAsync(id, Token))!.In(language);
        return (text.Headline, text.Body);
    }

    [GeneratedRegex(@"^Two \*\*bold\*\* words")]
    private static partial Regex BoldWords();
}

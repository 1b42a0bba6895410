using System.Net;
using Distribution.Releases.Drafts;
using Distribution.Web.Tests.Console.Write;
using static Distribution.Web.Tests.Console.Write.ConsoleForms;

namespace Distribution.Web.Tests.Console.Preview;

public sealed class PreviewPageTests(ConsoleDesk desk) : IClassFixture<ConsoleDesk>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_draft_without_an_audience_is_shown_as_its_mail_will_be()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await WrittenAsync(ana);
        var page = await ana.PageAsync($"/console/releases/{release}/preview");
        Assert.Contains("This text is a draft", page, StringComparison.Ordinal);
        Assert.Contains("the recipient reads it", page, StringComparison.Ordinal);
        Assert.Contains("<iframe", page, StringComparison.Ordinal);
        Assert.Contains("Corals of Tobago", await ana.PageAsync($"/console/releases/{release}/preview/mail"), StringComparison.Ordinal);
        var text = await ana.PageAsync($"/console/releases/{release}/preview?view=text");
        Assert.Contains("<pre", text, StringComparison.Ordinal);
        Assert.Contains("Corals of Tobago", text, StringComparison.Ordinal);
        Assert.Contains(
            "List-Unsubscribe", await ana.PageAsync($"/console/releases/{release}/preview?view=headers"), StringComparison.Ordinal);
        Assert.Contains(
            "Corals of Tobago", await ana.PageAsync($"/console/releases/{release}/preview/newsroom?language=en"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dark_view_is_dark_on_any_screen_and_the_others_are_light()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await WrittenAsync(ana);
        var (light, dark) = (
            await ana.PageAsync($"/console/releases/{release}/preview/mail?view=html"),
            await ana.PageAsync($"/console/releases/{release}/preview/mail?view=dark"));
        Assert.DoesNotContain("prefers-color-scheme", light + dark, StringComparison.Ordinal);
        Assert.Contains("@media all", dark, StringComparison.Ordinal);
        Assert.Contains("@media not all", light, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mail_in_a_frame_runs_nothing_and_only_our_pages_frame_it()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await WrittenAsync(ana);
        using var mail = await ana.GetAsync(new Uri($"/console/releases/{release}/preview/mail", UriKind.Relative), Token);
        var policy = Assert.Single(mail.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("sandbox", policy, StringComparison.Ordinal);
        using var page = await ana.GetAsync(new Uri($"/console/releases/{release}/preview", UriKind.Relative), Token);
        Assert.Contains("frame-src 'self'", Assert.Single(page.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        using var other = await ana.GetAsync(new Uri($"/console/releases/{release}/write", UriKind.Relative), Token);
        Assert.DoesNotContain("frame-src", Assert.Single(other.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_belongs_to_no_contact_is_named_at_its_field()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await WrittenAsync(ana);
        var page = await ana.PageAsync(
            $"/console/releases/{release}/preview?contact=nobody@example.org", HttpStatusCode.UnprocessableEntity);
        Assert.Contains("href=\"#contact\"", page, StringComparison.Ordinal);
        Assert.Contains("value=\"nobody@example.org\"", page, StringComparison.Ordinal);
    }

    private async Task<string> WrittenAsync(HttpClient author)
    {
        var release = await author.DraftAsync();
        using var saved = await author.SendPartAsync(
            $"/console/releases/{release}/write/en",
            ("version", TextVersion.Of((await desk.ReadAsync(release)).In("en"))),
            ("headline", "Four reefs"),
            ("body", "Corals of Tobago"));
        await saved.JsonOfAsync();
        return release;
    }
}

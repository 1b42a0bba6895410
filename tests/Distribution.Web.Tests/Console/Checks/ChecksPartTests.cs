using Distribution.Releases.Drafts;
using Distribution.Web.Tests.Console.Write;

namespace Distribution.Web.Tests.Console.Checks;

public sealed class ChecksPartTests(ConsoleDesk desk) : IClassFixture<ConsoleDesk>
{
    [Fact]
    public async Task Drafts_are_checked_too_with_a_link_to_each_field_and_nobody_is_counted()
    {
        using var ana = await desk.SignInAsync("Ana");
        var release = await ana.DraftAsync($"A headline that goes on for much longer than telephones show {new string('x', 30)}");
        var version = TextVersion.Of((await desk.ReadAsync(release)).In("en"));
        using var saved = await ana.SendPartAsync(
            $"/console/releases/{release}/write/en",
            ("version", version),
            ("headline", $"A headline that goes on for much longer than telephones show {new string('x', 30)}"),
            ("body", "To come: TBC"));
        await saved.JsonOfAsync();
        using (await ana.SendFormAsync($"/console/releases/{release}/texts", ("language", "fr")))
        {
        }

        var part = await ana.PageAsync($"/console/releases/{release}/write/en/checks");
        Assert.Contains("href=\"#headline\"", part, StringComparison.Ordinal);
        Assert.Contains("href=\"#body\"", part, StringComparison.Ordinal);
        Assert.DoesNotContain("Nobody would get this release", part, StringComparison.Ordinal);
        var fromFrench = await ana.PageAsync($"/console/releases/{release}/write/fr/checks");
        Assert.Contains($"href=\"/console/releases/{release}/write/en#body\"", fromFrench, StringComparison.Ordinal);
        // They stand beside the text from the beginning, without JavaScript too.
        Assert.Contains("id=\"checks\"", await ana.PageAsync($"/console/releases/{release}/write"), StringComparison.Ordinal);
    }
}

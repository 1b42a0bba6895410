using Distribution.Testing;
using Distribution.Testing.Checkers;

namespace Distribution.Web.Tests.Releases.Newsroom;

public sealed class ValidPagesTests(Azurite azurite)
{
    private const string Image = "\n\n![Divers & a “card”](https://reefs.example.org/divers.jpg)";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Pages_of_the_newsroom_pass_the_Nu_HTML_checker()
    {
        await using var room = await PressRoom.OpenAsync(azurite);
        await room.AddAsync(SampleData.Release, SampleData.Context.Translations.Select(text => text with { Body = text.Body + Image }));
        Dictionary<string, string> pages = [];
        foreach (var (name, path) in new[]
        {
            ("newsroom", "/"), ("newsroom-ar", "/ar"), ("release", $"/releases/{SampleData.English.Slug}"),
            ("release-ar", $"/releases/{SampleData.Arabic.Slug}"), ("unsubscribe", "/unsubscribe/test"),
        })
        {
            using var answer = await room.GetAsync(path);
            pages[name] = await answer.Content.ReadAsStringAsync(Token);
        }

        Assert.Empty(await NuChecker.FindAsync(pages, Token));
    }
}

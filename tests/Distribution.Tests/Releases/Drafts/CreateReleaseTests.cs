using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class CreateReleaseTests(Azurite azurite) : ReleaseTests(azurite)
{
    private static readonly ReleaseInput FromDrupal = PressOffice.Release with { Source = new("drupal", "node/1234") };

    [Fact]
    public async Task A_new_release_is_a_draft_of_version_1_with_its_texts()
    {
        var document = await CreateAsync();

        var release = document.Release;
        Assert.Equal(
            (ReleaseState.Draft, 1, "ana", App.Clock.GetUtcNow()), (release.State, release.Version, release.CreatedBy, release.CreatedAt));
        Assert.Equal(["everyone", "desk-press"], release.Audience.Lists);
        Assert.Equal(["en", "fr"], document.Languages.Order());
        Assert.Equal("Quatre États comptent leurs récifs", document.In("fr").Headline);
        Assert.Null(document.In("fr").Slug);
    }

    [Fact]
    public async Task A_body_of_the_greatest_length_is_kept_whole()
    {
        var body = string.Concat(Enumerable.Repeat("ا🌊\n", 25_000))[..99_999] + "x";
        var texts = new Dictionary<string, TranslationInput> { ["ar"] = new() { Headline = "شعاب", Body = body } };

        var document = await CreateAsync(PressOffice.Release with { Translations = texts, OriginalLanguage = "ar" });

        Assert.Equal(body, document.In("ar").Body);
    }

    [Fact]
    public async Task The_newest_release_is_listed_first()
    {
        var first = await CreateAsync();
        App.Clock.Advance(TimeSpan.FromSeconds(1));
        var second = await CreateAsync();

        var page = await App.Get<ListReleases>().RunAsync(new(), _ => true, 10, null, Token);

        Assert.Equal([second.Release.Id, first.Release.Id], page.Items.Select(entry => entry.Id));
        Assert.Equal([second.Release.CreatedAt, first.Release.CreatedAt], page.Items.Select(entry => entry.CreatedAt));
    }

    [Fact]
    public async Task A_source_makes_one_release_however_often_it_comes()
    {
        var first = await CreateAsync(FromDrupal, "key 1");

        var second = await App.Get<CreateRelease>().RunAsync(FromDrupal, PressOffice.Bo, "key 2", Token);

        Assert.Equal(new CreateReleaseResult.Known(first.Release.Id), second);
    }

    [Fact]
    public async Task Of_many_requests_with_one_source_at_once_one_makes_the_release()
    {
        var results = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            App.Get<CreateRelease>().RunAsync(FromDrupal, PressOffice.Ana, $"key {number}", Token)));

        Assert.Single(results.OfType<CreateReleaseResult.Created>());
        Assert.Equal(5, results.OfType<CreateReleaseResult.Known>().Count());
    }

    [Fact]
    public async Task A_repeat_with_the_same_idempotency_key_finds_the_release_of_the_first()
    {
        var first = await CreateAsync(idempotencyKey: "a key");
        App.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal(first.Release.Id, (await CreateAsync(idempotencyKey: "a key")).Release.Id);
        Assert.NotEqual(first.Release.Id, (await CreateAsync(idempotencyKey: "another key")).Release.Id);
    }

    [Fact]
    public async Task What_is_not_right_makes_nothing()
    {
        var result =
            await App.Get<CreateRelease>().RunAsync(PressOffice.Release with { Office = "atlantis" }, PressOffice.Ana, null, Token);

        Assert.Contains("office", Assert.IsType<CreateReleaseResult.Invalid>(result).Errors.ToDictionary().Keys);
        Assert.Empty((await App.Get<ListReleases>().RunAsync(new(), _ => true, 10, null, Token)).Items);
    }
}

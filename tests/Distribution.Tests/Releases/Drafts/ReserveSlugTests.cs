using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ReserveSlugTests(Azurite azurite) : CoreHostTests(azurite)
{
    private const string First = "0123456789abcdef";
    private const string Second = "fedcba9876543210";

    [Fact]
    public async Task A_slug_is_given_once_across_releases_and_languages()
    {
        Assert.Equal("oim", await ReserveAsync(First, "fr", "OIM"));
        Assert.Equal("oim-2", await ReserveAsync(First, "es", "OIM"));
        Assert.Equal("oim-3", await ReserveAsync(Second, "fr", "OIM"));
    }

    [Fact]
    public async Task A_repeat_after_a_crash_gets_the_same()
    {
        await ReserveAsync(Second, "fr", "OIM");
        var reserved = await ReserveAsync(First, "fr", "OIM");

        Assert.Equal(reserved, await ReserveAsync(First, "fr", "OIM"));
    }

    [Fact]
    public async Task Where_no_letter_can_be_written_the_release_names_itself() =>
        Assert.Equal("release-01234567", await ReserveAsync(First, "zh", "珊瑚礁"));

    [Fact]
    public async Task After_many_of_one_name_a_part_of_the_id_makes_it_unique()
    {
        for (var number = 0; number < 20; number++) await ReserveAsync($"release{number}", "en", "Press briefing");

        Assert.Equal("press-briefing-01234567", await ReserveAsync(First, "en", "Press briefing"));
    }

    [Fact]
    public async Task Many_at_once_get_different_ones()
    {
        var slugs = await Task.WhenAll(Enumerable.Range(0, 6).Select(number => ReserveAsync($"release{number}", "en", "Press briefing")));

        Assert.Equal(6, slugs.Distinct().Count());
    }

    private Task<string> ReserveAsync(string release, string language, string headline) =>
        App.Get<ReserveSlug>().RunAsync(release, new Translation { Language = language, Headline = headline, Body = "…" }, Token);
}

using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;

namespace Distribution.Tests.Releases.Drafts;

public sealed class ReplaceReleaseTests(Azurite azurite) : ReleaseTests(azurite)
{
    private static readonly ReleaseInput InSpanish = PressOffice.Release with
    {
        OriginalLanguage = "es",
        Translations = new Dictionary<string, TranslationInput>
        {
            ["es"] = new() { Headline = "Cuatro Estados cuentan sus arrecifes", Body = "En Kingston…" },
            ["fr"] = new() { Headline = "Quatre États et leurs récifs", Body = "À Kingston…" },
        },
    };

    private ReplaceRelease ReplaceRelease => App.Get<ReplaceRelease>();

    [Fact]
    public async Task A_draft_is_written_anew_as_its_next_version_and_texts_that_are_gone_go()
    {
        var draft = await CreateAsync();

        Assert.IsType<TransitionResult.Done>(await ReplaceRelease.RunAsync(draft, InSpanish, PressOffice.Ana, Token));

        var found = await FindAsync(draft.Release.Id);
        Assert.Equal(
            (2, "es", "ana", draft.Release.CreatedAt),
            (found.Release.Version, found.Release.OriginalLanguage, found.Release.CreatedBy, found.Release.CreatedAt));
        Assert.Equal(["es", "fr"], found.Languages.Order());
        Assert.Equal("Quatre États et leurs récifs", found.In("fr").Headline);
    }

    [Fact]
    public async Task Of_two_writers_of_one_version_the_second_is_told()
    {
        var draft = await CreateAsync();
        await ReplaceRelease.RunAsync(draft, InSpanish, PressOffice.Ana, Token);

        Assert.IsType<TransitionResult.Changed>(
            await ReplaceRelease.RunAsync(draft, PressOffice.Release with { Topics = ["heat"] }, PressOffice.Ana, Token));
        Assert.Equal(["es", "fr"], (await FindAsync(draft.Release.Id)).Languages.Order());
    }

    [Fact]
    public async Task The_source_stays_and_cannot_become_another()
    {
        var draft = await CreateAsync(PressOffice.Release with { Source = new("drupal", "node/1") });

        var other = await ReplaceRelease.RunAsync(draft, InSpanish with { Source = new("drupal", "node/2") }, PressOffice.Ana, Token);
        var without = await ReplaceRelease.RunAsync(draft, InSpanish, PressOffice.Ana, Token);

        Assert.Equal(["source"], Assert.IsType<TransitionResult.Invalid>(other).Errors.ToDictionary().Keys);
        Assert.Equal(new("drupal", "node/1"), Assert.IsType<TransitionResult.Done>(without).Release.Release.Source);
    }

    [Fact]
    public async Task A_scheduled_release_is_not_removed()
    {
        var scheduled = await ScheduleAsync(await CreateAsync());

        Assert.Equal(
            new TransitionResult.Refused(new TransitionDecision.WrongState(ReleaseState.Scheduled)),
            await App.Get<RemoveRelease>().RunAsync(scheduled, PressOffice.Ana, Token));
    }

    [Fact]
    public async Task A_removed_draft_is_gone_with_its_texts()
    {
        var draft = await CreateAsync();

        Assert.IsType<TransitionResult.Done>(await App.Get<RemoveRelease>().RunAsync(draft, PressOffice.Ana, Token));

        Assert.Null(await App.Get<ReleaseStore>().FindAsync(draft.Release.Id, Token));
        Assert.Empty(await App.Get<ReleaseEntryStore>().FindAsync(new(), null, Token).ToListAsync(Token));
        Assert.IsType<TransitionResult.Changed>(await App.Get<RemoveRelease>().RunAsync(draft, PressOffice.Ana, Token));
    }
}

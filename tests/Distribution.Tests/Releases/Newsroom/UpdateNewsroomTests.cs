using Azure;
using Distribution.Operations.Housekeeping;
using Distribution.Platform.Audit;
using Distribution.Platform.Storage;
using Distribution.Releases.Drafts;
using Distribution.Releases.Newsroom;
using Distribution.Releases.Workflow;
using Distribution.Testing;
using Distribution.Testing.Faults;

namespace Distribution.Tests.Releases.Newsroom;

/// <summary>The lists of the newsroom follow their releases, whatever breaks on the way.</summary>
public sealed class UpdateNewsroomTests(Azurite azurite)
{
    /// <summary>Not tried again.</summary>
    private const int BadRequest = 400;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_release_is_listed_in_each_of_its_languages_from_the_moment_it_is_public()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await desk.AddListAsync("press", Token);
        await desk.ScheduleAsync(["press"], Token, "en", "fr");
        Assert.Empty(await HeadlinesAsync(desk, "en"));

        await desk.RunTimerAsync(Token);

        Assert.Equal(["Headline in en"], await HeadlinesAsync(desk, "en"));
        Assert.Equal(["Headline in fr"], await HeadlinesAsync(desk, "fr"));
        Assert.Empty(await HeadlinesAsync(desk, "es"));
    }

    [Fact]
    public async Task A_changed_headline_and_a_further_translation_are_shown_at_once()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var document = await PublishAsync(desk, "en", "fr");

        await WriteAsync(
            desk,
            document,
            document.Release,
            document.In("en") with { Headline = "Corrected" },
            document.In("fr"),
            document.In("fr") with { Language = "es", Headline = "Titular", Slug = "titular" });

        Assert.Equal(["Corrected"], await HeadlinesAsync(desk, "en"));
        Assert.Equal(["Titular"], await HeadlinesAsync(desk, "es"));
        Assert.Equal(["en", "es", "fr"], (await EntriesAsync(desk, "fr")).Single().Translations.Select(text => text.Language).Order());
    }

    [Fact]
    public async Task A_text_that_is_taken_away_leaves_its_list_and_the_links_of_the_others()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var document = await PublishAsync(desk, "en", "fr");

        await WriteAsync(desk, document, document.Release, document.In("en"));

        Assert.Empty(await HeadlinesAsync(desk, "fr"));
        Assert.Equal(["en"], (await EntriesAsync(desk, "en")).Single().Translations.Select(text => text.Language));
    }

    [Fact]
    public async Task A_release_that_is_taken_down_leaves_every_list_at_once()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        var document = await PublishAsync(desk, "en", "fr");

        await TakeDownAsync(desk, document);

        Assert.Empty(await RowsAsync(desk));
    }

    [Fact]
    public async Task A_list_that_could_not_be_written_is_repaired_by_the_next_run_of_the_timer()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        await desk.AddListAsync("press", Token);
        await desk.SubscribeAsync("press", "rosa@example.org", Token);
        await desk.ScheduleAsync(["press"], Token);
        var fault = proxy.On(OnShelf("language:en"), StorageFault.Refuse(BadRequest));

        await Record.ExceptionAsync(() => desk.RunTimerAsync(Token));
        Assert.Equal((1, 0), (fault.Hits, (await EntriesAsync(desk, "en")).Count));
        await desk.RunTimerAsync(Token);

        Assert.Equal(["Headline in en"], await HeadlinesAsync(desk, "en"));
    }

    [Fact]
    public async Task A_release_that_a_crash_left_on_a_list_is_taken_off_it_by_the_job_that_follows()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        var document = await PublishAsync(desk, "en", "fr");
        proxy.On(OnShelf("language:fr"), StorageFault.Refuse(BadRequest));

        await Assert.ThrowsAsync<RequestFailedException>(() => TakeDownAsync(desk, document));
        Assert.NotEmpty(await HeadlinesAsync(desk, "fr"));
        await desk.RunQueuesAsync(Token);

        Assert.Empty(await RowsAsync(desk));
    }

    [Fact]
    public async Task A_slow_writer_that_saw_the_release_before_it_was_taken_down_does_not_bring_it_back()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        var document = await PublishAsync(desk, "en");
        var next = await WriteOnlyAsync(desk, document, document.In("en") with { Headline = "Corrected" });
        TaskCompletionSource held = new();
        var late = proxy.On(OnShelf("all"), StorageFault.Hold(held.Task));

        var slow = desk.Get<UpdateNewsroom>().RunAsync(document.Release.Id, Token);
        await late.WaitAsync(1, Token);
        await TakeDownAsync(desk, next);
        held.SetResult();
        await slow;

        Assert.Empty(await RowsAsync(desk));
    }

    [Fact]
    public async Task The_nightly_look_through_all_releases_mends_what_differs_and_writes_nothing_else()
    {
        await using var proxy = await StorageProxy.StartAsync(azurite, Token);
        await using var desk = await DispatchHost.OpenAsync(azurite, Token, proxy.Setting);
        var document = await PublishAsync(desk, "en");
        var other = await PublishAsync(desk, "en");
        await desk.RunQueuesAsync(Token);
        await WriteOnlyAsync(desk, document, document.In("en") with { Headline = "Corrected" });
        proxy.CountAnew();

        await desk.Get<RunHousekeeping>().RunAsync(Token);
        await desk.RunQueuesAsync(Token);

        Assert.Equal(["Corrected", "Headline in en"], (await HeadlinesAsync(desk, "en")).Order());
        Assert.NotEqual(document.Release.Id, other.Release.Id);
        // The two shelves of the one that differed.
        Assert.Equal(2, proxy.Counts["POST $batch"]);
    }

    [Fact]
    public async Task A_variant_of_a_language_is_shown_to_its_readers_and_the_first_to_all_others()
    {
        await using var desk = await DispatchHost.OpenAsync(azurite, Token);
        await PublishAsync(desk, "pt", "pt-BR", "fr");

        Assert.Equal(["Headline in pt-BR"], await HeadlinesAsync(desk, "pt-BR"));
        Assert.Equal(["Headline in pt"], await HeadlinesAsync(desk, "pt"));
        Assert.Equal(["Headline in pt"], await HeadlinesAsync(desk, "pt-PT"));
        var all = await desk.Get<ReadNewsroom>().AllAsync("pt-BR", 10, null, Token);
        Assert.Equal(["Headline in pt-BR"], all.Items.Select(entry => entry.Text.Headline));
        var none = await desk.Get<ReadNewsroom>().AllAsync("ar", 10, null, Token);
        Assert.Equal(["Headline in pt"], none.Items.Select(entry => entry.Text.Headline));
    }

    private static async Task<ReleaseDocument> PublishAsync(DispatchHost desk, params string[] languages)
    {
        await desk.AddListAsync("press", Token);
        var release = await desk.ScheduleAsync(["press"], Token, languages);
        await desk.RunTimerAsync(Token);
        return (await desk.Get<ReleaseStore>().FindAsync(release.Id, Token))!;
    }

    private static async Task WriteAsync(DispatchHost desk, ReleaseDocument read, Release next, params Translation[] texts) =>
        Assert.NotNull(await desk.Get<CommitTransition>().RunAsync(read, next, texts, Step(next, TransitionKind.Edited), Token));

    /// <summary>The new text, which nothing follows yet.</summary>
    private static async Task<ReleaseDocument> WriteOnlyAsync(DispatchHost desk, ReleaseDocument read, Translation text)
    {
        var step = Step(read.Release, TransitionKind.Edited);
        Assert.IsType<WriteResult.Done>(await desk.Get<ReleaseStore>().ReplaceAsync(read, read.Release, [text], step, Token));
        return (await desk.Get<ReleaseStore>().FindAsync(read.Release.Id, Token))!;
    }

    private static Task<bool> TakeDownAsync(DispatchHost desk, ReleaseDocument read)
    {
        var next = read.Release with { State = ReleaseState.Withdrawn };
        return desk.Get<CommitTransition>().RunAsync(read.Row, next, Step(next, TransitionKind.Withdrawn), Token);
    }

    private static ReleaseTransition Step(Release release, TransitionKind kind) =>
        ReleaseTransition.Create(kind, release, Actor.Program, release.CreatedAt);

    private static async Task<IReadOnlyList<NewsroomEntry>> EntriesAsync(DispatchHost desk, string language) =>
        (await desk.Get<ReadNewsroom>().InAsync(language, 10, null, Token)).Items;

    private static async Task<IEnumerable<string>> HeadlinesAsync(DispatchHost desk, string language) =>
        (await EntriesAsync(desk, language)).Select(entry => entry.Text.Headline);

    private static async Task<IReadOnlyList<Stored<NewsroomRow>>> RowsAsync(DispatchHost desk) =>
        await new Rows<NewsroomRow>(desk.Get<Tables>()[Tables.Newsroom]).QueryAsync("", Token).ToListAsync(Token);

    private static Func<StorageRequest, bool> OnShelf(string shelf)
    {
        var row = $"Newsroom(PartitionKey='{Uri.EscapeDataString(shelf)}'";
        return request => request.Name == "$batch" && request.Body.Contains(row, StringComparison.Ordinal);
    }
}

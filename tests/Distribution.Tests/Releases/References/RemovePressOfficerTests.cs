using Distribution.Mail.Outbox;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.References;
using Distribution.Releases.Workflow;
using Distribution.Testing;
using Distribution.Tests.Releases.Drafts;

namespace Distribution.Tests.Releases.References;

public sealed class RemovePressOfficerTests(Azurite azurite) : ReleaseTests(azurite)
{
    private static readonly Actor By = new("zoe", null);

    [Fact]
    public async Task A_press_officer_that_no_release_names_is_removed()
    {
        Assert.IsType<RemovePressOfficerResult.Removed>(await RemoveAsync("maelle", null));

        Assert.Null(await OfficerAsync("maelle"));
    }

    [Fact]
    public async Task A_press_officer_that_releases_name_stays_and_those_releases_are_listed()
    {
        var draft = await CreateAsync();
        var scheduled = await ScheduleAsync(await CreateAsync());
        await CreateAsync(PressOffice.Release with { PressOfficers = ["rohan"] });
        await ReleasedAsync();

        var result = Assert.IsType<RemovePressOfficerResult.InUse>(await RemoveAsync("maelle", null));

        Assert.Equal(new[] { draft.Release.Id, scheduled.Release.Id }.Order(), result.Releases.Select(release => release.Id).Order());
        Assert.NotNull(await OfficerAsync("maelle"));
    }

    [Fact]
    public async Task A_replacement_stands_where_the_press_officer_stood_once_and_the_approval_is_void()
    {
        var one = await ScheduleAsync(await CreateAsync());
        var both = await CreateAsync(PressOffice.Release with { PressOfficers = ["rohan", "maelle"] });
        var old = await ReleasedAsync();

        Assert.IsType<RemovePressOfficerResult.Removed>(await RemoveAsync("maelle", "rohan"));

        Assert.Null(await OfficerAsync("maelle"));
        var found = (await FindAsync(one.Release.Id)).Release;
        Assert.Equal((ReleaseState.Draft, 2, "rohan"), (found.State, found.Version, Assert.Single(found.PressOfficers)));
        Assert.Equal((0, null, one.Release.SendAt), (found.Approvals.Count, found.ScheduledBy, found.SendAt));
        Assert.Equal(["rohan"], (await FindAsync(both.Release.Id)).Release.PressOfficers);
        Assert.Equal(["maelle"], (await FindAsync(old)).Release.PressOfficers);
    }

    [Fact]
    public async Task The_history_names_both_officers_and_the_author_is_told_that_the_approval_is_void()
    {
        await App.Get<UserStore>()
            .AddAsync("ana", new() { Id = "ana", Name = "Ana", Email = "ana@example.org", Grants = [new(Role.Author, null)] }, Token);
        var scheduled = await ScheduleAsync(await CreateAsync());

        await RemoveAsync("maelle", "rohan");
        await App.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Name == CommitTransition.JobName)
            .RunAsync(scheduled.Release.Id, Token);

        var entries =
            (await App.Get<AuditStore>().PageAsync($"release:{scheduled.Release.Id}", 20, null, Token)).Items.Select(item => item.Value);
        var edit = Assert.Single(entries, entry => entry.Action == "release.edited");
        Assert.Equal(("maelle", "rohan", "zoe"), (edit.Details["pressOfficer"], edit.Details["replacement"], edit.By));
        Assert.Equal(["pressOfficers"], edit.Changes.Select(change => change.Field));
        var mail = Assert.Single(await App.Get<OutboxStore>().AllAsync(Token).Select(row => row.Value)
            .Where(mail => mail.Subject.StartsWith("Press officer replaced", StringComparison.Ordinal)).ToListAsync(Token));
        Assert.Contains(
            "maelle was removed, and rohan takes their place. This is version 2. Nobody has approved that yet",
            mail.Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_whose_mails_are_going_out_stays_approved_and_its_history_says_so()
    {
        var draft = await CreateAsync();
        var approval = new Approval { By = "bo", At = App.Clock.GetUtcNow(), Version = 1, Languages = ["en"] };
        await App.Get<ReleaseStore>()
            .ReplaceAsync(draft.Row, draft.Release with { State = ReleaseState.Dispatching, Approvals = [approval] }, Token);

        Assert.IsType<RemovePressOfficerResult.Removed>(await RemoveAsync("maelle", "rohan"));

        var found = (await FindAsync(draft.Release.Id)).Release;
        Assert.Equal((ReleaseState.Dispatching, 1, "rohan"), (found.State, found.Approvals.Count, Assert.Single(found.PressOfficers)));
        Assert.Contains(
            await App.Get<ReleaseStore>().OpenTransitionsAsync(found.Id, Token).ToListAsync(Token),
            step => step.Value.Kind == TransitionKind.Edited);
    }

    [Fact]
    public async Task A_run_that_stopped_half_way_is_finished_by_the_next()
    {
        var (done, open) = (await CreateAsync(), await CreateAsync());
        await App.Get<ReleaseStore>().ReplaceAsync(done.Row, done.Release with { PressOfficers = ["rohan"] }, Token);

        Assert.IsType<RemovePressOfficerResult.Removed>(await RemoveAsync("maelle", "rohan"));

        Assert.Equal(["rohan"], (await FindAsync(done.Release.Id)).Release.PressOfficers);
        Assert.Equal(["rohan"], (await FindAsync(open.Release.Id)).Release.PressOfficers);
    }

    [Fact]
    public async Task Before_every_release_names_another_the_press_officer_is_there()
    {
        await CreateAsync();
        using CancellationTokenSource stop = new();
        var read = (await OfficerAsync("maelle"))!;

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => App.Get<RemovePressOfficer>().RunAsync(read, "rohan", By, Stopping(stop), stop.Token));

        Assert.NotNull(await OfficerAsync("maelle"));
    }

    [Fact]
    public async Task An_edit_that_comes_between_is_not_lost()
    {
        var draft = await CreateAsync();
        var edits = 0;

        var result = await RemoveAsync("maelle", "rohan", _ => edits++ > 0 || Edit(draft));

        Assert.IsType<RemovePressOfficerResult.Removed>(result);
        var found = (await FindAsync(draft.Release.Id)).Release;
        Assert.Equal(("edited", "rohan"), (Assert.Single(found.Topics), Assert.Single(found.PressOfficers)));
    }

    [Fact]
    public async Task A_release_that_names_the_press_officer_meanwhile_is_found_too()
    {
        await CreateAsync();
        string? late = null;

        var result = await RemoveAsync("maelle", "rohan", _ => (late ??= Create()) is not null);

        Assert.IsType<RemovePressOfficerResult.Removed>(result);
        Assert.Equal(["rohan"], (await FindAsync(late!)).Release.PressOfficers);
    }

    [Fact]
    public async Task Where_the_work_never_ends_the_press_officer_stays()
    {
        await CreateAsync();

        Assert.IsType<RemovePressOfficerResult.Changed>(await RemoveAsync("maelle", "rohan", _ => Create() is not null));

        Assert.NotNull(await OfficerAsync("maelle"));
    }

    [Fact]
    public async Task A_press_officer_who_was_changed_meanwhile_stays()
    {
        var read = (await OfficerAsync("maelle"))!;
        await App.Get<PressOfficerStore>().ReplaceAsync(read, read.Value with { Name = "Maëlle B." }, Token);

        Assert.IsType<RemovePressOfficerResult.Changed>(await App.Get<RemovePressOfficer>().RunAsync(read, null, By, _ => true, Token));

        Assert.NotNull(await OfficerAsync("maelle"));
    }

    [Theory]
    [InlineData("maelle", "is the press officer to be removed. Name another.")]
    [InlineData("nobody", "is not the id of a press officer.")]
    [InlineData("a/b#c", "is not the id of a press officer.")]
    [InlineData("", "is not the id of a press officer.")]
    public async Task A_replacement_is_another_press_officer_that_there_is(string replacement, string message)
    {
        var draft = await CreateAsync();

        var result = Assert.IsType<RemovePressOfficerResult.Invalid>(await RemoveAsync("maelle", replacement));

        Assert.Equal([message], result.Errors.ToDictionary()["replacement"]);
        Assert.Equal(["maelle"], (await FindAsync(draft.Release.Id)).Release.PressOfficers);
    }

    [Fact]
    public async Task Where_one_release_is_not_the_callers_to_change_none_is_changed()
    {
        var (mine, other) = (await CreateAsync(), await CreateAsync());

        Assert.IsType<RemovePressOfficerResult.Forbidden>(await RemoveAsync("maelle", "rohan", release => release.Id == mine.Release.Id));

        Assert.Equal(["maelle"], (await FindAsync(mine.Release.Id)).Release.PressOfficers);
        Assert.Equal(["maelle"], (await FindAsync(other.Release.Id)).Release.PressOfficers);
    }

    private async Task<RemovePressOfficerResult> RemoveAsync(string officer, string? replacement, Func<Release, bool>? permitted = null) =>
        await App.Get<RemovePressOfficer>().RunAsync((await OfficerAsync(officer))!, replacement, By, permitted ?? (_ => true), Token);

    private Task<Stored<PressOfficer>?> OfficerAsync(string id) => App.Get<PressOfficerStore>().FindAsync(id, Token);

    /// <summary>A release that names Maëlle and is out.</summary>
    private async Task<string> ReleasedAsync()
    {
        var draft = await CreateAsync();
        await App.Get<ReleaseStore>().ReplaceAsync(draft.Row, draft.Release with { State = ReleaseState.Released }, Token);
        return draft.Release.Id;
    }

    private static Func<Release, bool> Stopping(CancellationTokenSource stop) => _ =>
    {
        stop.Cancel();
        return true;
    };

    /// <summary>The action of somebody else in the moment between the look and the write; the moment is not asynchronous.</summary>
    private bool Edit(ReleaseDocument draft) =>
        App.Get<ReleaseStore>().ReplaceAsync(draft.Row, draft.Release with { Topics = ["edited"] }, Token).GetAwaiter()
            .GetResult() is WriteResult.Done;

    private string Create() => CreateAsync().GetAwaiter().GetResult().Release.Id;
}

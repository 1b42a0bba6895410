using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Mail.Notices;
using Distribution.Mail.Outbox;
using Distribution.Platform.Audit;
using Distribution.Platform.Jobs;
using Distribution.Platform.Storage;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;
using Distribution.Tests.Releases.Drafts;

namespace Distribution.Tests.Releases.Workflow;

/// <summary>Releases on their way from draft to scheduled, on real storage.</summary>
public sealed class WorkflowTests(Azurite azurite) : ReleaseTests(azurite)
{
    private static readonly Requester Cleo = new("cleo", null, Role.Approver);

    private SubmitRelease Submit => App.Get<SubmitRelease>();

    private ApproveRelease Approve => App.Get<ApproveRelease>();

    private TransitionRelease Move => App.Get<TransitionRelease>();

    [Fact]
    public async Task What_is_submitted_and_approved_is_sent_at_its_time()
    {
        var at = App.Clock.GetUtcNow().AddHours(3);
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), at, PressOffice.Ana, Token));
        Assert.Equal(
            (ReleaseState.Submitted, at, "ana"), (submitted.Release.State, submitted.Release.SendAt, submitted.Release.SubmittedBy));

        var approved = Done(await Approve.RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token));

        Assert.Equal((ReleaseState.Scheduled, at), (approved.Release.State, approved.Release.SendAt));
        Assert.Equal(["bo"], approved.Release.Approvals.Select(approval => approval.By));
        Assert.Equal(approved.Languages.Order(), approved.Release.Approvals[0].Languages.Order());
        Assert.All(approved.Translations, text => Assert.NotNull(text.Slug));
        Assert.Single(await DueAsync(at));
    }

    [Fact]
    public async Task Without_a_time_it_is_sent_as_soon_as_it_is_approved()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), null, PressOffice.Ana, Token));

        var approved = Done(await Approve.RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token));

        Assert.Equal((ReleaseState.Scheduled, App.Clock.GetUtcNow()), (approved.Release.State, approved.Release.SendAt));
    }

    [Fact]
    public async Task Approved_with_hold_it_stays_until_it_is_scheduled()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), null, PressOffice.Ana, Token));

        var held = Done(await Approve.RunAsync(submitted, new() { Version = 1, Hold = true }, PressOffice.Bo, Token));

        Assert.Equal((ReleaseState.Approved, null), (held.Release.State, held.Release.SendAt));
        Assert.Empty(await DueAsync(App.Clock.GetUtcNow().AddYears(1)));
        Assert.Equal(ReleaseState.Scheduled, (await ScheduleAsync(held)).Release.State);
    }

    [Fact]
    public async Task A_time_that_has_passed_before_the_approval_must_be_set_anew()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), App.Clock.GetUtcNow().AddMinutes(5), PressOffice.Ana, Token));
        App.Clock.Advance(TimeSpan.FromMinutes(10));

        var approved = Done(await Approve.RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token));

        Assert.Equal(ReleaseState.Approved, approved.Release.State);
        Assert.Equal(ReleaseState.Scheduled, (await ScheduleAsync(approved)).Release.State);
    }

    [Fact]
    public async Task Another_version_than_the_one_that_was_seen_is_not_approved()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), null, PressOffice.Ana, Token));
        var edited = Done(await App.Get<ReplaceRelease>().RunAsync(submitted, With("en", body: "Other words."), PressOffice.Ana, Token));

        Assert.IsType<TransitionResult.Changed>(await Approve.RunAsync(edited, new() { Version = 1 }, PressOffice.Bo, Token));
        Assert.Equal((ReleaseState.Submitted, 2), (edited.Release.State, edited.Release.Version));
    }

    [Fact]
    public async Task Changed_words_end_the_approval_and_the_time_sends_nothing()
    {
        var scheduled = await ApprovedAsync();

        var edited = Done(await App.Get<ReplaceRelease>().RunAsync(scheduled, With("en", body: "Other words."), PressOffice.Ana, Token));

        Assert.Equal((ReleaseState.Draft, 0, 2), (edited.Release.State, edited.Release.Approvals.Count, edited.Release.Version));
        Assert.Equal(scheduled.Release.SendAt, edited.Release.SendAt);
    }

    [Fact]
    public async Task A_text_written_anew_as_it_was_is_no_edit()
    {
        var scheduled = await ApprovedAsync();

        var same = Done(await App.Get<ReplaceRelease>().RunAsync(scheduled, PressOffice.Release, PressOffice.Ana, Token));

        Assert.Equal((ReleaseState.Scheduled, 1, scheduled.Row.ETag), (same.Release.State, same.Release.Version, same.Row.ETag));
    }

    [Fact]
    public async Task An_added_translation_needs_approval_of_its_own_and_leaves_that_of_the_others()
    {
        var scheduled = await ApprovedAsync();

        var added = Done(await App.Get<ReplaceRelease>()
            .RunAsync(scheduled, With("es", headline: "Cuatro Estados", body: "En Kingston."), PressOffice.Ana, Token));
        Assert.Equal((ReleaseState.Scheduled, 1), (added.Release.State, added.Release.Approvals.Count));
        Assert.DoesNotContain("es", added.Sendable.Select(text => text.Language));
        var asked = Done(await Submit.RunAsync(added, null, PressOffice.Ana, Token));
        var approved = Done(await Approve.RunAsync(asked, new() { Version = 2 }, PressOffice.Bo, Token));

        Assert.Contains("es", approved.Sendable.Select(text => text.Language));
        Assert.Equal(["es"], approved.Release.Approvals[1].Languages);
        Assert.Equal(ReleaseState.Scheduled, approved.Release.State);
        Assert.NotNull(approved.In("es").Slug);
    }

    [Fact]
    public async Task What_has_nothing_to_approve_is_neither_submitted_nor_approved()
    {
        var scheduled = await ApprovedAsync();

        var submitted = await Submit.RunAsync(scheduled, null, PressOffice.Ana, Token);
        var approved = await Approve.RunAsync(scheduled, new() { Version = 1 }, PressOffice.Bo, Token);

        Assert.Equal(["translations"], Assert.IsType<TransitionResult.Invalid>(submitted).Errors.ToDictionary().Keys);
        Assert.Equal(new TransitionResult.Refused(new TransitionDecision.WrongState(ReleaseState.Scheduled)), approved);
    }

    [Fact]
    public async Task Where_the_office_above_asks_for_it_nobody_approves_their_own_words()
    {
        await AskForSecondUserAsync(PressOffice.Desk);
        var draft =
            Done(await App.Get<ReplaceRelease>().RunAsync(await CreateAsync(), With("en", body: "Bo's words."), PressOffice.Bo, Token));
        var submitted = Done(await Submit.RunAsync(draft, null, PressOffice.Bo, Token));

        Assert.Equal(
            new TransitionResult.Refused(new TransitionDecision.NeedsSecondUser()),
            await Approve.RunAsync(submitted, new() { Version = 2 }, PressOffice.Bo, Token));
        Assert.Equal(
            new TransitionResult.Refused(new TransitionDecision.NeedsSecondUser()),
            await App.Get<ScheduleRelease>().RunAsync(submitted, null, [], PressOffice.Bo, Token));
        Assert.IsType<TransitionResult.Done>(await Approve.RunAsync(submitted, new() { Version = 2 }, Cleo, Token));
    }

    [Fact]
    public async Task A_returned_release_says_why_and_is_submitted_again()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), null, PressOffice.Ana, Token));

        var returned = Done(await Move.ReturnAsync(submitted, "The figure in line 2 is last year's.", PressOffice.Bo, Token));
        Assert.Equal((ReleaseState.Returned, "The figure in line 2 is last year's."), (returned.Release.State, returned.Release.Note));
        Assert.IsType<TransitionResult.Invalid>(await Move.ReturnAsync(submitted, " ", PressOffice.Bo, Token));

        var again = Done(await Submit.RunAsync(returned, null, PressOffice.Ana, Token));
        Assert.Equal((ReleaseState.Submitted, null), (again.Release.State, again.Release.Note));
    }

    [Fact]
    public async Task A_withdrawn_release_is_not_sent_and_can_be_written_on()
    {
        var withdrawn = Done(await Move.WithdrawAsync(await ApprovedAsync(), "The minister has changed.", PressOffice.Ana, Token));
        Assert.Equal((ReleaseState.Withdrawn, 0), (withdrawn.Release.State, withdrawn.Release.Approvals.Count));

        var reopened = Done(await Move.ReopenAsync(withdrawn, PressOffice.Ana, Token));
        Assert.Equal(ReleaseState.Draft, reopened.Release.State);
    }

    [Fact]
    public async Task A_new_release_may_be_submitted_or_approved_at_once_by_who_may()
    {
        var create = App.Get<CreateRelease>();
        var submitted = await create.RunAsync(PressOffice.Release with { State = ReleaseState.Submitted }, PressOffice.Ana, "key 1", Token);
        var approved = await create.RunAsync(PressOffice.Release with { State = ReleaseState.Approved }, PressOffice.Bo, "key 2", Token);
        var refused = await create.RunAsync(PressOffice.Release with { State = ReleaseState.Approved }, PressOffice.Ana, "key 3", Token);

        Assert.Equal(ReleaseState.Submitted, Assert.IsType<CreateReleaseResult.Created>(submitted).Release.Release.State);
        var document = Assert.IsType<CreateReleaseResult.Created>(approved).Release;
        Assert.Equal((ReleaseState.Scheduled, App.Clock.GetUtcNow()), (document.Release.State, document.Release.SendAt));
        Assert.All(document.Translations, text => Assert.NotNull(text.Slug));
        Assert.Equal(new CreateReleaseResult.Refused(new TransitionDecision.Needs(Role.Approver)), refused);
        Assert.Single(await DueAsync(App.Clock.GetUtcNow()));
    }

    [Fact]
    public async Task Every_step_is_in_the_audit_field_by_field_and_never_a_text()
    {
        var scheduled = await ApprovedAsync();
        await App.Get<ReplaceRelease>()
            .RunAsync(scheduled, With("en", body: "Secret words.") with { Topics = ["reefs", "heat"] }, PressOffice.Ana, Token);
        await FollowAsync(scheduled.Release.Id);

        var entries = (await App.Get<AuditStore>().PageAsync($"release:{scheduled.Release.Id}", 20, null, Token)).Items.Select(
            item => item.Value).ToList();

        Assert.Equal(
            ["release.approved", "release.created", "release.edited", "release.submitted"], entries.Select(entry => entry.Action).Order());
        var edit = entries.Single(entry => entry.Action == "release.edited");
        Assert.Equal(["topics", "translations.en.body"], edit.Changes.Select(change => change.Field));
        Assert.Equal("heat", edit.Changes[0].After!.Split(", ")[1]);
        Assert.DoesNotContain(
            entries, entry => System.Text.Json.JsonSerializer.Serialize(entry).Contains("Secret", StringComparison.Ordinal));
        Assert.Empty(await App.Get<ReleaseStore>().OpenTransitionsAsync(scheduled.Release.Id, Token).ToListAsync(Token));
    }

    [Fact]
    public async Task A_step_whose_process_died_is_followed_up_by_the_timer()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), null, PressOffice.Ana, Token));

        var job = await App.Get<JobStore>().FindAsync(CommitTransition.JobName, submitted.Release.Id, Token);

        Assert.True(job!.Value.Due <= App.Clock.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task Approvers_are_asked_and_reminded_and_the_author_is_told()
    {
        await AddPeopleAsync();
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), App.Clock.GetUtcNow().AddDays(3), PressOffice.Ana, Token));
        await FollowAsync(submitted.Release.Id);
        Assert.Equal(["bo@example.org", "cleo@example.org"], (await MailsAsync("Please approve")).Select(mail => mail.To).Order());
        Assert.All(await MailsAsync("Please approve"), mail => Assert.Contains("/approvals/", mail.Text, StringComparison.Ordinal));

        var remind = (RemindApprovers)App.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Name == RemindApprovers.JobName);
        var next = await remind.RunAsync(submitted.Release.Id, Token);
        Assert.Empty(await MailsAsync("Still waiting"));
        App.Clock.SetUtcNow(next!.Value);
        await remind.RunAsync(submitted.Release.Id, Token);
        await remind.RunAsync(submitted.Release.Id, Token);
        Assert.Equal(2, (await MailsAsync("Still waiting")).Count);

        await Approve.RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token);
        await FollowAsync(submitted.Release.Id);
        Assert.StartsWith(
            "Bo Approver has approved version 1. It is to be sent on ",
            Assert.Single(await MailsAsync("Approved")).Text.Split('\n')[2],
            StringComparison.Ordinal);
        Assert.Null(await remind.RunAsync(submitted.Release.Id, Token));
    }

    [Fact]
    public async Task A_time_that_comes_before_the_approval_sends_nothing_and_tells_author_and_approvers_once()
    {
        await AddPeopleAsync();
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), App.Clock.GetUtcNow().AddHours(3), PressOffice.Ana, Token));
        App.Clock.Advance(TimeSpan.FromHours(3));

        for (var minute = 0; minute < 3; minute++)
        {
            await App.Get<DispatchDueReleases>().RunAsync(Token);
            await FollowAsync(submitted.Release.Id);
            App.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var missed = await FindAsync(submitted.Release.Id);
        Assert.Equal(ReleaseState.Submitted, missed.Release.State);
        Assert.Contains("nobody had approved", missed.Release.Waiting, StringComparison.Ordinal);
        Assert.Empty(await App.Get<DispatchStore>().OfReleaseAsync(missed.Release.Id, Token));
        Assert.Equal(
            ["ana@example.org", "bo@example.org", "cleo@example.org"], (await MailsAsync("Not sent")).Select(mail => mail.To).Order());
        var approved = Done(await Approve.RunAsync(missed, new() { Version = 1 }, PressOffice.Bo, Token));
        Assert.Equal(ReleaseState.Approved, approved.Release.State);
    }

    [Fact]
    public async Task A_returned_withdrawn_and_reopened_release_keeps_its_time_and_is_sent_at_it()
    {
        var at = App.Clock.GetUtcNow().AddHours(3);
        var returned = Done(await Move.ReturnAsync(await ApprovedAsync(), "Look at line 2.", PressOffice.Bo, Token));
        Assert.Equal((ReleaseState.Returned, at, null), (returned.Release.State, returned.Release.SendAt, returned.Release.ScheduledBy));
        var withdrawn = Done(await Move.WithdrawAsync(returned, null, PressOffice.Ana, Token));
        var reopened = Done(await Move.ReopenAsync(withdrawn, PressOffice.Ana, Token));
        Assert.Equal((at, at), (withdrawn.Release.SendAt, reopened.Release.SendAt));

        var submitted = Done(await Submit.RunAsync(reopened, null, PressOffice.Ana, Token));
        var approved =
            Assert.IsType<TransitionResult.Done>(await Approve.RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token));

        Assert.Equal(
            (ReleaseState.Scheduled, at, ApprovalEffect.AtItsTime),
            (approved.Release.Release.State, approved.Release.Release.SendAt, approved.Effect));
    }

    [Fact]
    public async Task An_approval_in_the_minute_after_its_time_sends_nothing()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), App.Clock.GetUtcNow().AddMinutes(5), PressOffice.Ana, Token));
        App.Clock.Advance(TimeSpan.FromMinutes(5) + TimeSpan.FromSeconds(20));
        await App.Get<DispatchDueReleases>().RunAsync(Token);

        var approved = Assert.IsType<TransitionResult.Done>(
            await Approve.RunAsync(await FindAsync(submitted.Release.Id), new() { Version = 1 }, PressOffice.Bo, Token));

        Assert.Equal((ReleaseState.Approved, ApprovalEffect.Held), (approved.Release.Release.State, approved.Effect));
    }

    [Fact]
    public async Task An_approval_says_that_it_sends_at_once_and_is_refused_where_a_time_is_required()
    {
        await AddPeopleAsync();
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), null, PressOffice.Ana, Token));

        var refused = Assert.IsType<TransitionResult.Invalid>(
            await Approve.RunAsync(submitted, new() { Version = 1, RequireTime = true }, PressOffice.Bo, Token));
        Assert.Contains("approve with hold", Assert.Single(refused.Errors.ToDictionary()["sendAt"]), StringComparison.Ordinal);
        var approved =
            Assert.IsType<TransitionResult.Done>(await Approve.RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token));
        await FollowAsync(submitted.Release.Id);

        Assert.Equal(ApprovalEffect.AtOnce, approved.Effect);
        Assert.Contains("It is being sent now, at once.", Assert.Single(await MailsAsync("Approved")).Text, StringComparison.Ordinal);
    }

    private async Task AddPeopleAsync()
    {
        await AddPersonAsync("ana", "Ana Officer", Role.Author, PressOffice.Desk);
        await AddPersonAsync("bo", "Bo Approver", Role.Approver, PressOffice.Desk);
        await AddPersonAsync("cleo", "Cleo Everywhere", Role.Administrator, null);
        await AddPersonAsync("dov", "Dov Elsewhere", Role.Approver, PressOffice.Foreign);
    }

    private Task<WriteResult> AddPersonAsync(string id, string name, Role role, string? office) =>
        App.Get<UserStore>().AddAsync(id, new() { Id = id, Name = name, Email = $"{id}@example.org", Grants = [new(role, office)] }, Token);

    private async Task<List<OutboxMail>> MailsAsync(string beginning) => await App.Get<OutboxStore>().AllAsync(Token)
        .Select(row => row.Value).Where(mail => mail.Subject.StartsWith(beginning, StringComparison.Ordinal)).ToListAsync(Token);

    private Task<DateTimeOffset?> FollowAsync(string release) =>
        App.Get<IEnumerable<IJobRunner>>().Single(runner => runner.Name == CommitTransition.JobName).RunAsync(release, Token);

    private async Task AskForSecondUserAsync(string office)
    {
        var offices = App.Get<OfficeStore>();
        var found = (await offices.FindAsync(office, Token))!;
        await offices.ReplaceAsync(found, found.Value with { NeedsSecondUser = true }, Token);
    }

    private async Task<ReleaseDocument> ApprovedAsync()
    {
        var submitted = Done(await Submit.RunAsync(await CreateAsync(), App.Clock.GetUtcNow().AddHours(3), PressOffice.Ana, Token));
        return Done(await Approve.RunAsync(submitted, new() { Version = 1 }, PressOffice.Bo, Token));
    }

    private static ReleaseDocument Done(TransitionResult result) => Assert.IsType<TransitionResult.Done>(result).Release;

    private static ReleaseInput With(string language, string? headline = null, string? body = null)
    {
        Dictionary<string, TranslationInput> texts = new(PressOffice.Release.Translations);
        var text = texts.GetValueOrDefault(language) ?? new();
        texts[language] = text with { Headline = headline ?? text.Headline, Body = body ?? text.Body };
        return PressOffice.Release with { Translations = texts };
    }
}

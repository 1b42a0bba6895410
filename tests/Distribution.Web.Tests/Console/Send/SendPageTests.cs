using System.Net;
using Distribution.Platform.Languages;
using Distribution.Publisher.Organisations;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console.Send;

/// <summary>Submitting, answering, scheduling and withdrawing by forms, without a script.</summary>
public sealed class SendPageTests(Azurite azurite) : IAsyncLifetime
{
    private readonly PressOfficeHost house = new(azurite);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private HttpHost App => house.App;

    private SendDesk Desk => new(App);

    public ValueTask InitializeAsync() => house.InitializeAsync();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    public static TheoryData<string, ReleaseState, Role> Steps => new()
    {
        { "submit", ReleaseState.Draft, Role.Author },
        { "confirm", ReleaseState.Submitted, Role.Approver },
        { "return", ReleaseState.Submitted, Role.Approver },
        { "unschedule", ReleaseState.Scheduled, Role.Approver },
        { "withdraw", ReleaseState.Draft, Role.Author },
        { "reopen", ReleaseState.Withdrawn, Role.Author },
    };

    [Theory, MemberData(nameof(Steps))]
    public async Task A_step_is_for_its_role_at_the_office_or_above_it(string step, ReleaseState state, Role needed)
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            foreach (var office in new[] { PressOffice.Desk, PressOffice.Child, PressOffice.Foreign })
            {
                var release = (await Desk.InAsync(state, "ana", PressOffice.Child)).Release;
                using var browser = await App.SignInAsync(role, office);
                using var answer = await SendDesk.PostAsync(
                    browser, $"/console/releases/{release.Id}/send/{step}", ("version", "1"), ("when", "now"), ("note", "Look again."));
                var isAllowed = role >= needed && office != PressOffice.Foreign;
                Assert.True(
                    answer.StatusCode == (isAllowed ? HttpStatusCode.SeeOther : HttpStatusCode.Forbidden),
                    $"{step} as {role} at {office}: {answer.StatusCode}");
                var after = await Desk.ReadAsync(release.Id);
                Assert.Equal(isAllowed, after.State != state);
            }
        }
    }

    [Fact]
    public async Task An_office_below_has_no_say_in_what_the_one_above_sends()
    {
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana")).Release;
        using var browser = await App.SignInAsync(Role.Administrator, PressOffice.Child);
        using var confirm = await browser.ReadAsync($"/console/releases/{release.Id}/send/confirm?version=1&when=now");
        using var send = await SendDesk.PostAsync(
            browser, $"/console/releases/{release.Id}/send/confirm", ("version", "1"), ("when", "now"));
        using var page = await browser.ReadAsync($"/console/releases/{release.Id}/send");

        Assert.Contains("approver at Port of Spain", await SendDesk.PageAsync(confirm, HttpStatusCode.Forbidden), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, send.StatusCode);
        var shown = await SendDesk.PageAsync(page);
        Assert.Contains("answering needs the role of approver", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("<form method=\"post\" action=\"/console/releases", shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_author_submits_with_a_time_by_the_offices_clock_and_the_page_names_who_can_answer()
    {
        var author = await Desk.UserAsync("Ana Author", Role.Author, PressOffice.Desk);
        await Desk.UserAsync("Bo Approver", Role.Approver, PressOffice.Desk);
        await Desk.UserAsync("Cy Elsewhere", Role.Approver, PressOffice.Foreign);
        var release = (await Desk.WriteAsync(author)).Release;
        using var browser = await App.SignInAsync(author);
        using var shown = await browser.ReadAsync($"/console/releases/{release.Id}/send");
        Assert.Contains("Who can answer: Bo Approver.", await SendDesk.PageAsync(shown), StringComparison.Ordinal);

        using var answer = await browser.PostFormAsync(
            $"/console/releases/{release.Id}/send/submit", ("version", "1"), ("when", "at"), ("date", "2027-03-26"), ("time", "09:00"));

        var page = await SendDesk.PageAsync(answer);
        Assert.Contains("Submitted. The approvers are notified by mail.", page, StringComparison.Ordinal);
        Assert.Contains(
            "Proposed time: Friday 26 March 2027, 09:00 (UTC−04:00, Port of Spain).", page, StringComparison.Ordinal);
        Assert.Equal(new DateTimeOffset(2027, 3, 26, 13, 0, 0, default), (await Desk.ReadAsync(release.Id)).SendAt);
    }

    [Fact]
    public async Task The_confirmation_names_time_people_lists_and_languages_and_two_presses_send_once()
    {
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana")).Release;
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        var confirm = $"/console/releases/{release.Id}/send/confirm";
        using var asked = await browser.ReadAsync($"{confirm}?version=1&when=at&date=2026-11-30&time=08:30");
        var page = await SendDesk.PageAsync(asked);
        Assert.Contains("Schedule for 0 people", page, StringComparison.Ordinal);
        Assert.Contains("On Monday 30 November 2026, 08:30 (UTC−04:00, Port of Spain) it becomes public", page, StringComparison.Ordinal);
        Assert.Contains("Everyone: 0 people", page, StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Submitted, (await Desk.ReadAsync(release.Id)).State);

        (string, string)[] fields = [("version", "1"), ("when", "at"), ("date", "2026-11-30"), ("time", "08:30")];
        using var first = await SendDesk.PostAsync(browser, confirm, fields);
        var after = await Desk.ReadAsync(release.Id);
        using var second = await SendDesk.PostAsync(browser, confirm, fields);

        Assert.Equal(HttpStatusCode.SeeOther, first.StatusCode);
        Assert.Equal($"/console/releases/{release.Id}/send?done=scheduled", first.Headers.Location!.ToString());
        Assert.Contains("This was already decided", await SendDesk.PageAsync(second, HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Equivalent(after, await Desk.ReadAsync(release.Id), strict: true);
        Assert.Single(after.Approvals);
    }

    [Fact]
    public async Task Two_presses_at_the_same_moment_approve_once()
    {
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana")).Release;
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SendDesk.PostAsync(
            browser, $"/console/releases/{release.Id}/send/confirm", ("version", "1"), ("when", "now"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.Conflict));
        Assert.Single((await Desk.ReadAsync(release.Id)).Approvals);
    }

    [Fact]
    public async Task Nobody_approves_a_version_that_they_have_not_seen()
    {
        var author = await Desk.UserAsync("Ana Author", Role.Author, PressOffice.Desk);
        var submitted = await Desk.SubmitAsync(await Desk.WriteAsync(author));
        await Desk.EditAsync(submitted, "Five states count their reefs", author);
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        foreach (var post in new[] { false, true })
        {
            using var answer = post
                ? await SendDesk.PostAsync(
                    browser, $"/console/releases/{submitted.Release.Id}/send/confirm", ("version", "1"), ("when", "now"))
                : await browser.ReadAsync($"/console/releases/{submitted.Release.Id}/send/confirm?version=1&when=now");

            var page = await SendDesk.PageAsync(answer, HttpStatusCode.Conflict);
            Assert.Contains("Ana Author made version 2", page, StringComparison.Ordinal);
            Assert.Matches("<del>.*Four</del>", page.ReplaceLineEndings(" "));
            Assert.Matches("<ins>.*Five</ins>", page.ReplaceLineEndings(" "));
            Assert.Contains("name=\"version\" value=\"2\"", page, StringComparison.Ordinal);
        }

        Assert.Equal(ReleaseState.Submitted, (await Desk.ReadAsync(submitted.Release.Id)).State);
    }

    [Fact]
    public async Task An_approver_sees_what_has_changed_since_they_last_looked_also_when_they_load_the_page_again()
    {
        var author = await Desk.UserAsync("Ana Author", Role.Author, PressOffice.Desk);
        var submitted = await Desk.SubmitAsync(await Desk.WriteAsync(author));
        var address = $"/console/releases/{submitted.Release.Id}/send?look=1";
        using var approver = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        using var viewer = await App.SignInAsync(Role.Viewer, PressOffice.Desk);
        using (var first = await approver.ReadAsync(address))
            Assert.DoesNotContain("Changed since", await SendDesk.PageAsync(first), StringComparison.Ordinal);

        await Desk.EditAsync(submitted, "Five states count their reefs", author);

        foreach (var _ in Enumerable.Range(0, 2))
        {
            using var again = await approver.ReadAsync(address);
            var page = await SendDesk.PageAsync(again);
            Assert.Contains("Changed since you last saw it (version 1)", page, StringComparison.Ordinal);
            Assert.Matches("<ins>.*Five</ins>", page.ReplaceLineEndings(" "));
        }

        using var other = await viewer.ReadAsync(address);
        Assert.DoesNotContain("Changed since", await SendDesk.PageAsync(other), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_after_an_approval_is_shown_against_what_was_approved()
    {
        var author = await Desk.UserAsync("Ana Author", Role.Author, PressOffice.Desk);
        var approved = await Desk.InAsync(ReleaseState.Approved, author);
        var edited = await Desk.EditAsync(approved, "Five states count their reefs", author);
        await Desk.SubmitAsync(edited);
        using var approver = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        using var shown = await approver.ReadAsync($"/console/releases/{approved.Release.Id}/send/review", ("HX-Request", "true"));

        var part = await SendDesk.PageAsync(shown);
        Assert.Contains("Changed since it was last approved (version 1)", part, StringComparison.Ordinal);
        Assert.DoesNotContain("<html", part, StringComparison.Ordinal);
        Assert.Contains("Maëlle Baptiste", part, StringComparison.Ordinal);
    }

    [Fact]
    public async Task With_four_eyes_ones_own_release_is_somebody_elses_to_answer()
    {
        await Desk.NeedSecondUserAsync(PressOffice.Foreign);
        var author = await Desk.UserAsync("Ana Approver", Role.Approver, PressOffice.Foreign);
        await Desk.UserAsync("Bo Approver", Role.Approver, PressOffice.Foreign);
        var release = (await Desk.SubmitAsync(await Desk.WriteAsync(author, PressOffice.Foreign))).Release;
        using var browser = await App.SignInAsync(author);
        using var shown = await browser.ReadAsync($"/console/releases/{release.Id}/send");
        using var sent = await SendDesk.PostAsync(
            browser, $"/console/releases/{release.Id}/send/confirm", ("version", "1"), ("when", "now"));

        var page = await SendDesk.PageAsync(shown);
        Assert.Contains("this office asks for a second person. Who can answer: Bo Approver.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"decide\"", page, StringComparison.Ordinal);
        Assert.Contains("somebody else has to answer", await SendDesk.PageAsync(sent, HttpStatusCode.Conflict), StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Submitted, (await Desk.ReadAsync(release.Id)).State);
    }

    [Theory]
    [InlineData("2027-03-14", "02:30", "The clock is put forward and skips this time.")]
    [InlineData("2027-11-07", "01:30", "The clock is put back and shows this time twice.")]
    [InlineData("2026-11-23", "09:00", "This time is over: Monday 23 November 2026, 09:00")]
    [InlineData("2029-11-23", "09:00", "This is too far ahead:")]
    [InlineData("", "09:00", "Give a day and a time.")]
    public async Task A_time_that_cannot_be_is_explained_and_stays_typed(string date, string time, string words)
    {
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana", PressOffice.Foreign)).Release;
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Foreign);
        using var answer = await browser.ReadAsync(
            $"/console/releases/{release.Id}/send/confirm?version=1&when=at&date={date}&time={Uri.EscapeDataString(time)}");

        var page = await SendDesk.PageAsync(answer, HttpStatusCode.UnprocessableEntity);
        Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains($"value=\"{time}\"", page, StringComparison.Ordinal);
        Assert.Contains("href=\"#sendAt\"", page, StringComparison.Ordinal);
        Assert.Contains("id=\"sendAt\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("earlier", 5)]
    [InlineData("later", 6)]
    public async Task A_time_that_comes_twice_is_chosen(string choice, int hour)
    {
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana", PressOffice.Foreign)).Release;
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Foreign);
        using var answer = await SendDesk.PostAsync(
            browser,
            $"/console/releases/{release.Id}/send/confirm",
            ("version", "1"), ("when", "at"), ("date", "2027-11-07"), ("time", "01:30"), ("choice", choice));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(new DateTimeOffset(2027, 11, 7, hour, 30, 0, default), (await Desk.ReadAsync(release.Id)).SendAt);
    }

    [Fact]
    public async Task Nothing_is_sent_where_nothing_is_chosen()
    {
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana")).Release;
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        using var answer = await SendDesk.PostAsync(browser, $"/console/releases/{release.Id}/send/confirm", ("version", "1"));

        Assert.Contains(
            "Choose when it goes out.", await SendDesk.PageAsync(answer, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Submitted, (await Desk.ReadAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_release_is_returned_with_a_note_and_not_without()
    {
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana")).Release;
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        using var empty = await SendDesk.PostAsync(browser, $"/console/releases/{release.Id}/send/return", ("version", "1"), ("note", " "));
        using var returned = await browser.PostFormAsync(
            $"/console/releases/{release.Id}/send/return", ("version", "1"), ("note", "Name the <third> state."));

        Assert.Contains(
            "Write what is to be changed", await SendDesk.PageAsync(empty, HttpStatusCode.UnprocessableEntity), StringComparison.Ordinal);
        Assert.Contains("Name the <third> state.", await SendDesk.PageAsync(returned), StringComparison.Ordinal);
        Assert.Equal((ReleaseState.Returned, "Name the <third> state."),
            ((await Desk.ReadAsync(release.Id)).State, (await Desk.ReadAsync(release.Id)).Note));
    }

    [Fact]
    public async Task What_the_checks_find_stays_on_the_page_with_the_way_to_mend_it()
    {
        await OrganiseAsync();
        var release = (await Desk.InAsync(ReleaseState.Submitted, "ana")).Release;
        using var browser = await App.SignInAsync(Role.Approver, PressOffice.Desk);
        using var asked = await browser.ReadAsync($"/console/releases/{release.Id}/send/confirm?version=1&when=now");
        using var sent = await SendDesk.PostAsync(
            browser, $"/console/releases/{release.Id}/send/confirm", ("version", "1"), ("when", "now"));
        using var part = await browser.ReadAsync($"/console/releases/{release.Id}/send/checks", ("HX-Request", "true"));

        foreach (var answer in new[] { asked, sent })
        {
            var page = await SendDesk.PageAsync(answer, HttpStatusCode.Conflict);
            Assert.Contains("Nothing was sent: the checks hold it back", page, StringComparison.Ordinal);
            Assert.Contains($"href=\"/console/releases/{release.Id}/audience\"", page, StringComparison.Ordinal);
        }

        Assert.Contains("2 errors", await SendDesk.PageAsync(part), StringComparison.Ordinal);
        Assert.Equal(ReleaseState.Submitted, (await Desk.ReadAsync(release.Id)).State);
    }

    [Fact]
    public async Task A_time_that_is_typed_is_spelled_out()
    {
        var release = (await Desk.WriteAsync("ana")).Release;
        using var browser = await App.SignInAsync(Role.Author, PressOffice.Desk, "fr");
        using var answer = await browser.ReadAsync(
            $"/console/releases/{release.Id}/send/time?date=2027-03-26&time=09%3A00", ("HX-Request", "true"));

        Assert.StartsWith(
            "vendredi 26 mars 2027 à 09 h 00",
            (await SendDesk.PageAsync(answer)).Trim().Replace('\u00a0', ' ').Replace('\u202f', ' '),
            StringComparison.Ordinal);
    }

    private async Task OrganiseAsync() => await App.Get<OrganisationStore>().AddAsync(
        new()
        {
            Names = new Names([new("en", "Harbour Organisation")]),
            Languages = ["en", "fr"],
            PostalAddress = "1 Pier Road",
            Website = "https://harbour.example.org",
            SenderAddress = "news@harbour.example.org",
        },
        Token);
}

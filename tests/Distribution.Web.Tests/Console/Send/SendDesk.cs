using System.Net;
using Distribution.Platform.Security;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Releases.Workflow;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console.Send;

/// <summary>Releases in every state, and users who are signed in, at the offices of <see cref="PressOffice"/>.</summary>
internal sealed class SendDesk(HttpHost app)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A new user.</summary>
    public async Task<string> UserAsync(string name, Role role, string? office = null)
    {
        User user = new() { Id = NewId.Random(), Name = name, Email = "user@example.org", Grants = [new Grant(role, office)] };
        await app.Get<UserStore>().AddAsync(user.Id, user, Token);
        return user.Id;
    }

    /// <summary>A release whose texts are ready, written by a user.</summary>
    public async Task<ReleaseDocument> WriteAsync(string user, string office = PressOffice.Desk)
    {
        var input = PressOffice.Release with { Office = office, Audience = new() { Lists = ["everyone"] } };
        var result = await app.Get<CreateRelease>().RunAsync(input, new(user, null, Role.Author), null, Token);
        return Assert.IsType<CreateReleaseResult.Created>(result).Release;
    }

    public async Task<ReleaseDocument> SubmitAsync(ReleaseDocument release) =>
        Done(await app.Get<SubmitRelease>().RunAsync(release, null, new(release.Release.CreatedBy, null, Role.Author), Token));

    /// <summary>A release in a state, on the way that leads there.</summary>
    public async Task<ReleaseDocument> InAsync(ReleaseState state, string user, string office = PressOffice.Desk)
    {
        var draft = await WriteAsync(user, office);
        if (state == ReleaseState.Draft) return draft;
        Requester approver = new("bo", null, Role.Approver);
        if (state == ReleaseState.Withdrawn) return Done(await app.Get<TransitionRelease>().WithdrawAsync(draft, null, approver, Token));
        var submitted = await SubmitAsync(draft);
        if (state == ReleaseState.Submitted) return submitted;
        var approved = Done(await app.Get<ApproveRelease>().RunAsync(submitted, new() { Version = 1, Hold = true }, approver, Token));
        return state == ReleaseState.Approved
            ? approved
            : Done(await app.Get<ScheduleRelease>().RunAsync(approved, app.Clock.GetUtcNow().AddDays(1), [], approver, Token));
    }

    /// <summary>Another headline in English.</summary>
    public async Task<ReleaseDocument> EditAsync(ReleaseDocument release, string headline, string user)
    {
        var texts = release.Translations.Select(text => text.Language == "en" ? text with { Headline = headline } : text);
        return Done(await app.Get<CommitEdit>().RunAsync(release, release.Release, [.. texts], new(user, null, Role.Author), Token));
    }

    public async Task<Release> ReadAsync(string id) => (await app.Get<ReleaseStore>().FindMainAsync(id, Token))!.Value;

    public async Task NeedSecondUserAsync(string office)
    {
        var found = (await app.Get<OfficeStore>().FindAsync(office, Token))!;
        await app.Get<OfficeStore>().ReplaceAsync(found, found.Value with { NeedsSecondUser = true }, Token);
    }

    /// <summary>The page that answers, as text that no name of a character hides.</summary>
    public static async Task<string> PageAsync(HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Token));
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {page}");
        return page;
    }

    public static Task<HttpResponseMessage> PostAsync(HttpClient browser, string path, params (string Name, string Value)[] fields) =>
        browser.PostAsync(
            new Uri(path, UriKind.Relative),
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            Token);

    private static ReleaseDocument Done(TransitionResult result) => Assert.IsType<TransitionResult.Done>(result).Release;
}

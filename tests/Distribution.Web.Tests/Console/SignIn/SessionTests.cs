using System.Net;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console.SignIn;

public sealed class SessionTests(Azurite azurite) : IAsyncLifetime
{
    private HttpHost app = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => app = await HttpHost.StartAsync(azurite, Token);

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task A_session_lasts_a_working_day()
    {
        using var client = await app.SignInAsync(Role.Viewer);
        app.Clock.Advance(SessionStore.Lifetime - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(client));
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(client));
    }

    [Fact]
    public async Task A_grant_that_is_taken_away_ends_at_once()
    {
        using var client = await app.SignInAsync(Role.Viewer);
        var users = app.Get<UserStore>();
        var user = await users.AllAsync(Token).FirstAsync(Token);
        await users.ReplaceAsync(user, user.Value with { Grants = [] }, Token);
        Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(client));
    }

    [Fact]
    public async Task A_user_who_is_removed_has_no_session_even_if_another_gets_the_id()
    {
        User user = new() { Id = "ines", Name = "Inès", Email = "ines@example.org", Grants = [new Grant(Role.Viewer)] };
        await app.Get<UserStore>().AddAsync(user.Id, user, Token);
        using var client = await app.SignInAsync("ines");
        using var removed = await app.Administrator.RemoveAsync("/api/users/ines");
        Assert.Equal(HttpStatusCode.NoContent, removed.StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(client));
        await app.Get<UserStore>().AddAsync(user.Id, user, Token);
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(client));
    }

    [Fact]
    public async Task Signing_out_ends_this_session_alone()
    {
        User user = new() { Id = "ines", Name = "Inès", Email = "ines@example.org", Grants = [new Grant(Role.Viewer)] };
        await app.Get<UserStore>().AddAsync(user.Id, user, Token);
        using var one = await app.SignInAsync("ines");
        using var other = await app.SignInAsync("ines");
        await PostAsync(one, "/console/sign-out");
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(one));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other));
    }

    [Fact]
    public async Task Sessions_are_ended_one_by_one_or_all()
    {
        User user = new() { Id = "ines", Name = "Inès", Email = "ines@example.org", Grants = [new Grant(Role.Viewer)] };
        await app.Get<UserStore>().AddAsync(user.Id, user, Token);
        using var lost = await app.SignInAsync("ines");
        var session = Assert.Single(await app.Get<SessionStore>().OfUserAsync("ines", Token));
        using var mine = await app.SignInAsync("ines");
        using var third = await app.SignInAsync("ines");

        await PostAsync(mine, $"/console/account/sessions/{session.Id}/end");
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(lost));
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(third));
        await PostAsync(mine, "/console/account/sessions/end");
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(mine));
        Assert.Equal(HttpStatusCode.SeeOther, await StatusAsync(third));
    }

    [Fact]
    public async Task Nobody_ends_the_session_of_another()
    {
        using var other = await app.SignInAsync(Role.Viewer);
        var user = await app.Get<UserStore>().AllAsync(Token).FirstAsync(Token);
        var session = Assert.Single(await app.Get<SessionStore>().OfUserAsync(user.Value.Id, Token));
        using var mine = await app.SignInAsync(Role.Administrator);
        await PostAsync(mine, $"/console/account/sessions/{session.Id}/end");
        Assert.Equal(HttpStatusCode.OK, await StatusAsync(other));
    }

    [Fact]
    public async Task A_part_of_a_page_without_a_session_is_a_notice_and_never_another_page()
    {
        using var client = app.Browser();
        client.DefaultRequestHeaders.Add("HX-Request", "true");
        using var answer = await client.GetAsync(new Uri("/console", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.StartsWith("<div id=\"notices\"", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_that_comes_after_the_session_has_ended_loses_nothing()
    {
        using var client = app.Browser();
        using FormUrlEncodedContent form =
            new([KeyValuePair.Create("headline", "Two words & \"quotes\""), KeyValuePair.Create("office", "pos")]);
        using var answer = await client.PostAsync(new Uri("/console/releases", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("name=\"headline\" value=\"Two words &amp; &quot;quotes&quot;\"", page, StringComparison.Ordinal);
        Assert.Contains("action=\"/console/releases\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_comes_after_the_session_has_ended_is_asked_for_again()
    {
        using var client = app.Browser();
        using MultipartFormDataContent form = new()
        {
            { new StringContent("pos"), "office" },
            { new StringContent("Two words"), "file", "release.txt" },
        };
        using var answer = await client.PostAsync(new Uri("/console/releases/new/from-text", UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.Contains("choose it again", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing of it is lost", page, StringComparison.Ordinal);
        Assert.Contains("name=\"office\" value=\"pos\"", page, StringComparison.Ordinal);
    }

    private static async Task<HttpStatusCode> StatusAsync(HttpClient client)
    {
        using var answer = await client.GetAsync(new Uri("/console", UriKind.Relative), Token);
        return answer.StatusCode;
    }

    private static async Task PostAsync(HttpClient client, string address)
    {
        using FormUrlEncodedContent form = new([]);
        using var answer = await client.PostAsync(new Uri(address, UriKind.Relative), form, Token);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }
}

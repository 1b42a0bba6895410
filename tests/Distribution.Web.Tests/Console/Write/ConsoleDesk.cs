using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Distribution.Audiences.MediaLists;
using Distribution.Publisher.Offices;
using Distribution.Publisher.Users;
using Distribution.Releases.Drafts;
using Distribution.Testing;

namespace Distribution.Web.Tests.Console.Write;

/// <summary>A press office with an organisation, in whose console tests write.</summary>
public sealed class ConsoleDesk(Azurite azurite) : IAsyncLifetime
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public HttpHost App { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        App = await HttpHost.StartAsync(azurite, Token);
        await PressOffice.AddAsync(App.Get<OfficeStore>(), App.Get<PressOfficerStore>(), App.Get<MediaListStore>(), Token);
        using var organisation = await App.Administrator.PutAsync(
            "/api/organisation",
            """
            { "names": { "en": "Harbour Agency", "fr": "Agence du port" }, "languages": ["en", "fr", "es"], "postalAddress": "1 Quay",
              "website": "https://www.example.org", "senderAddress": "press@example.org" }
            """);
        Assert.True(organisation.IsSuccessStatusCode, await organisation.Content.ReadAsStringAsync(Token));
    }

    public ValueTask DisposeAsync() => App.DisposeAsync();

    public async Task<ReleaseDocument> ReadAsync(string release) => (await App.Get<ReleaseStore>().FindAsync(release, Token))!;

    /// <summary>A user with a name of their own.</summary>
    public async Task<HttpClient> SignInAsync(string name, Role role = Role.Author)
    {
        var id = Distribution.Platform.Security.NewId.Random();
        User user = new() { Id = id, Name = name, Email = $"{id}@example.org", Grants = [new Grant(role, PressOffice.Desk)] };
        await App.Get<UserStore>().AddAsync(id, user, Token);
        return await App.SignInAsync(id);
    }
}

/// <summary>Forms of the console as tests send them.</summary>
internal static partial class ConsoleForms
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>A draft in English of the office in Port of Spain that has nothing but a headline.</summary>
    public static async Task<string> DraftAsync(this HttpClient author, string headline = "Four reefs")
    {
        using var answer = await author.SendFormAsync(
            "/console/releases", ("office", PressOffice.Desk), ("language", "en"), ("headline", headline));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('/')[3];
    }

    public static Task<HttpResponseMessage> SendFormAsync(
        this HttpClient browser, string address, params (string Name, string Value)[] fields) =>
        browser.PostAsync(new Uri(address, UriKind.Relative), Form(fields), Token);

    /// <summary>The same as the script of a page does.</summary>
    public static async Task<HttpResponseMessage> SendPartAsync(
        this HttpClient browser, string address, params (string Name, string Value)[] fields)
    {
        using HttpRequestMessage request = new(HttpMethod.Post, new Uri(address, UriKind.Relative)) { Content = Form(fields) };
        request.Headers.Add("HX-Request", "true");
        return await browser.SendAsync(request, Token);
    }

    public static async Task<string> PageAsync(this HttpClient browser, string address, HttpStatusCode status = HttpStatusCode.OK)
    {
        using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative), Token);
        var page = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.StatusCode == status, $"{address}: {answer.StatusCode}\n{page}");
        return page;
    }

    public static async Task<JsonElement> JsonOfAsync(this HttpResponseMessage answer, HttpStatusCode status = HttpStatusCode.OK)
    {
        var text = await answer.Content.ReadAsStringAsync(Token);
        Assert.True(answer.StatusCode == status, $"{answer.StatusCode}: {text}");
        return JsonDocument.Parse(text).RootElement.Clone();
    }

    /// <summary>The value of a hidden field.</summary>
    public static string Hidden(string page, string name) =>
        HiddenField().Matches(page).First(match => match.Groups[1].Value == name).Groups[2].Value;

    private static FormUrlEncodedContent Form((string Name, string Value)[] fields) =>
        new(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));

    [GeneratedRegex("""<input type="hidden" name="([^"]*)" value="([^"]*)" """)]
    private static partial Regex HiddenField();
}

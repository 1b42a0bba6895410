using Distribution.Testing;
using Distribution.Testing.Functions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Distribution.Functions.Tests;

/// <summary>
/// One head for all tests that leave its tables as they are, and beside it the same program with a server of its own, on tables that are
/// filled alike.
/// </summary>
public sealed class HeadFixture : IAsyncLifetime
{
    private const string Office = """
        {
          "id": "port-of-spain", "names": { "en": "Port of Spain" }, "country": "TT", "timeZone": "America/Port_of_Spain",
          "replyAddress": "desk@example.org"
        }
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public Azurite Azurite { get; } = Azurite.Shared();

    public FunctionsHost Head { get; private set; } = null!;

    public HttpHost Server { get; private set; } = null!;

    /// <summary>The id of the contact, which follows from their address and so is the same in both.</summary>
    public string Contact { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var starting = FunctionsHost.StartAsync(FunctionsHost.Head, FunctionsHost.Settings(Azurite), Token);
        Server = await HttpHost.StartAsync(
            Azurite, Token, configure: services => services.Replace(ServiceDescriptor.Singleton(TimeProvider.System)));
        Head = await starting;
        using var administrator = Head.Client(HttpHost.AdministratorKey);
        Contact = (await FillAsync(administrator)).Split('/')[^1];
        await FillAsync(Server.Administrator);
    }

    /// <summary>Puts an organisation with an office, its press officer, a public list and a contact on it into an empty store.</summary>
    /// <returns>Where the contact is.</returns>
    public static async Task<string> FillAsync(HttpClient administrator)
    {
        await PutAsync(administrator, "/api/organisation", """
            { "names": { "en": "Harbour Organisation" }, "languages": ["en", "fr"], "postalAddress": "1 Harbour Road",
              "website": "https://harbour.example.org", "senderAddress": "press@harbour.example.org" }
            """);
        await PostAsync(administrator, "/api/offices", Office);
        await PostAsync(administrator, "/api/press-officers", """
            { "id": "maelle", "office": "port-of-spain", "name": "Maëlle Baptiste", "email": "maelle@example.org",
              "phones": [{ "number": "+18686240101", "visibility": "web" }] }
            """);
        await PostAsync(administrator, "/api/media-lists", """{ "id": "press", "names": { "en": "Press" }, "public": true }""");
        await PostAsync(administrator, "/api/outlets", """{ "id": "gazette", "name": "The Gazette", "type": "daily" }""");
        var contact = await PostAsync(administrator, "/api/contacts", """
            { "address": "rosa@example.org", "name": "Rosa Núñez", "languages": ["en"], "source": "card", "lawfulBasis": "consent" }
            """);
        await PostAsync(administrator, $"{contact}/subscriptions", """
            { "list": "press", "basis": "consent", "evidence": "Asked by telephone." }
            """);
        return contact;
    }

    /// <returns>Where it is.</returns>
    public static async Task<string> PostAsync(HttpClient client, string path, string json)
    {
        using var answer = await client.PostAsync(path, json);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync(Token)}");
        return answer.Headers.Location?.ToString() ?? "";
    }

    public async ValueTask DisposeAsync()
    {
        if (Head is not null) await Head.DisposeAsync();
        if (Server is not null) await Server.DisposeAsync();
        await Azurite.DisposeAsync();
    }

    private static async Task PutAsync(HttpClient client, string path, string json)
    {
        using var answer = await client.PutAsync(path, json);
        Assert.True(answer.IsSuccessStatusCode, $"{path}: {await answer.Content.ReadAsStringAsync(Token)}");
    }
}

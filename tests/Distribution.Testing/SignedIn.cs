using Distribution.Platform.Security;
using Distribution.Publisher.Sessions;
using Distribution.Publisher.Users;
using Xunit;

namespace Distribution.Testing;

/// <summary>Users who are signed in to the console, for tests.</summary>
public static class SignedIn
{
    /// <summary>A browser of a new user who holds the role, for an office or, without one, everywhere.</summary>
    /// <param name="language">Language of the user's pages.</param>
    public static async Task<HttpClient> SignInAsync(this HttpHost app, Role role, string? office = null, string language = "en")
    {
        User user = new()
        {
            Id = NewId.Random(),
            Name = "Rosa Adams",
            Email = "rosa@example.org",
            Language = language,
            Grants = [new Grant(role, office)],
        };
        await app.Get<UserStore>().AddAsync(user.Id, user, TestContext.Current.CancellationToken);
        return await app.SignInAsync(user.Id);
    }

    /// <summary>A browser of a user.</summary>
    /// <param name="user">Id of the user.</param>
    public static async Task<HttpClient> SignInAsync(this HttpHost app, string user)
    {
        var secret = await app.Get<SessionStore>().AddAsync(user, "A browser for tests", TestContext.Current.CancellationToken);
        var client = app.Browser();
        client.DefaultRequestHeaders.Add("Cookie", $"session={secret}; __Host-session={secret}");
        return client;
    }

    /// <summary>A browser in which nobody is signed in; its forms come from our own pages.</summary>
    public static HttpClient Browser(this HttpHost app)
    {
        var client = app.Client(null);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        client.DefaultRequestHeaders.Add("Accept", "text/html");
        return client;
    }
}

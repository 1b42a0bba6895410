using Distribution.Platform.Security;
using Distribution.Publisher.Users;
using Xunit;

namespace Distribution.Testing;

/// <summary>API keys for tests.</summary>
public static class Keys
{
    /// <summary>
    /// Writes a person who holds the role, for an office or, without one, everywhere, and a key for all that they may; returns the key.
    /// </summary>
    public static async Task<string> NewKeyAsync(this HttpHost app, Role role, string? office = null)
    {
        var (id, secret) = (NewId.Random(), ApiKeySecret.New());
        var token = TestContext.Current.CancellationToken;
        var person = new User { Id = id, Name = "Rosa", Email = "rosa@example.org", Grants = [new Grant(role, office)] };
        var key = new ApiKey
        {
            Id = secret.Id,
            Name = "test",
            User = id,
            Role = Role.Administrator,
            SecretHash = secret.Hash(),
            CreatedBy = id,
            CreatedAt = app.Clock.GetUtcNow(),
        };
        await app.Get<UserStore>().AddAsync(id, person, token);
        await app.Get<ApiKeyStore>().AddAsync(key.Id, key, token);
        return secret.ToString();
    }
}

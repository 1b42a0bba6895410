using System.Security.Cryptography;
using System.Text;
using Distribution.Platform.Security;
using Microsoft.Extensions.Options;

namespace Distribution.Publisher.Users;

/// <summary>Finds who an API key acts for.</summary>
public sealed class IdentifyCaller(ApiKeyStore keys, UserStore people, IOptions<SecurityOptions> options, TimeProvider clock)
{
    /// <summary>The caller; null when the key is unknown, wrong or out of date, or its person is gone.</summary>
    public async Task<Caller?> RunAsync(string key, CancellationToken cancellationToken)
    {
        if (IsAdministratorKey(key)) return Caller.Administrator;
        if (ApiKeySecret.Parse(key) is not { } secret) return null;
        var found = await keys.FindAsync(secret.Id, cancellationToken);
        if (found is null || !secret.Matches(found.Value.SecretHash) || found.Value.ExpiresAt <= clock.GetUtcNow()) return null;
        var person = await people.FindAsync(found.Value.User, cancellationToken);
        return person is null
            ? null
            : new Caller(
                person.Value.Id,
                found.Value.Id,
                new Access(person.Value.Grants, found.Value.Role, found.Value.Offices),
                found.Value.ExpiresAt);
    }

    private bool IsAdministratorKey(string key) =>
        options.Value.AdministratorKey is { } expected && CryptographicOperations.FixedTimeEquals(Digest(key), Digest(expected));

    private static byte[] Digest(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}

using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Distribution.Publisher.Users;

/// <summary>The text of an API key: <c>dist_{id}_{secret}</c>, the id 16 hexadecimal digits, the secret 32 random bytes in base64url.</summary>
public sealed record ApiKeySecret(string Id, string Secret)
{
    private const string Prefix = "dist_";

    private const int IdLength = 16;

    public static ApiKeySecret New() =>
        new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdLength / 2)), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)));

    /// <summary>Takes a key apart; null when it does not have the form of one.</summary>
    public static ApiKeySecret? Parse(string text) =>
        text.StartsWith(Prefix, StringComparison.Ordinal) && text.Length > Prefix.Length + IdLength + 1 && text[Prefix.Length + IdLength] == '_'
            ? new(text.Substring(Prefix.Length, IdLength), text[(Prefix.Length + IdLength + 1)..])
            : null;

    /// <summary>The stored form of the secret. The secret is random, so a plain hash is enough.</summary>
    public string Hash() => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Secret)));

    /// <summary>Compares in constant time.</summary>
    public bool Matches(string hash) => CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash()), Encoding.ASCII.GetBytes(hash));

    public override string ToString() => $"{Prefix}{Id}_{Secret}";
}

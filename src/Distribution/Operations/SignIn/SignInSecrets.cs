using System.Buffers.Binary;
using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Distribution.Platform.Security;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.SignIn;

/// <summary>
/// The code and the link of a request to sign in. They follow from its id and the deployment's secret, so that no table holds them and the
/// mail is written only when it is sent.
/// </summary>
public sealed class SignInSecrets(IOptions<SecurityOptions> options)
{
    /// <summary>Digits of a code. Few tries are allowed, so that the chance to guess one stays below one in ten million.</summary>
    public const int Digits = 8;

    private const int TokenBytes = 20;

    private readonly byte[] secret = Convert.FromBase64String(options.Value.LinkSecrets[^1]);

    public string Code(string request) =>
        (BinaryPrimitives.ReadUInt64BigEndian(Mac("code", request)) % 100_000_000).ToString("D8", CultureInfo.InvariantCulture);

    /// <summary>The last part of the link: 27 letters, digits, hyphens and underscores.</summary>
    public string Token(string request) => Base64Url.EncodeToString(Mac("link", request).AsSpan(0, TokenBytes));

    /// <summary>Whether a text is the code, with whatever spaces and hyphens between its digits, or the token; in constant time.</summary>
    public bool Matches(string request, string text)
    {
        var digits = string.Concat(text.Where(char.IsAsciiDigit));
        return Same(digits, Code(request)) | Same(text.Trim(), Token(request));
    }

    private byte[] Mac(string kind, string request) =>
        HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"sign-in {kind}\n{request}"));

    private static bool Same(string text, string expected) =>
        CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(text), Encoding.UTF8.GetBytes(expected));
}

using System.Security.Cryptography;
using System.Text;

namespace Distribution.Platform.Security;

/// <summary>Ids of 32 hexadecimal digits.</summary>
public static class NewId
{
    public static string Random() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The same id for the same words, so that a repeated request finds what the first one made.</summary>
    public static string From(params ReadOnlySpan<string> words) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', words!))).AsSpan(0, 16));
}

using System.Security.Cryptography;
using System.Text;

namespace Distribution.Audiences.MediaLists;

/// <summary>A short name for what rules were made of at one time: 16 hexadecimal digits of its SHA-256.</summary>
internal static class RuleVersion
{
    private const int Bytes = 8;

    public static string Compute(IEnumerable<string> parts) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts))).AsSpan(0, Bytes));
}

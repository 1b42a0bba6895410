using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Distribution.Releases.Intake;

/// <summary>
/// Addresses that a content delivery network hides from programs: in hexadecimal digits, each byte combined with the first (exclusive or);
/// pure. Only its own script shows them, and none runs in a mail.
/// </summary>
internal static partial class ProtectedAddress
{
    private const string Path = "/cdn-cgi/l/email-protection#";

    /// <summary>The attribute of the element that stands in the place of the address.</summary>
    public const string Attribute = "data-cfemail";

    /// <summary>The address that a link hides; null where it hides none.</summary>
    public static string? InLink(string address)
    {
        var at = address.IndexOf(Path, StringComparison.Ordinal);
        return at < 0 ? null : Decode(address[(at + Path.Length)..]);
    }

    /// <returns>The address; null for what is none.</returns>
    public static string? Decode(string? hidden)
    {
        if (hidden is null || hidden.Length < 4 || hidden.Length % 2 != 0 || hidden.Length > 1_000) return null;
        List<byte> bytes = [];
        for (var at = 0; at < hidden.Length; at += 2)
        {
            if (!byte.TryParse(hidden.AsSpan(at, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value))
                return null;
            bytes.Add(value);
        }

        var text = Encoding.UTF8.GetString([.. bytes.Skip(1).Select(value => (byte)(value ^ bytes[0]))]);
        return Address().IsMatch(text.Split('?')[0]) ? text.Split('?')[0] : null;
    }

    [GeneratedRegex(@"^[^\s@<>""()]{1,100}@[^\s@<>""()]{1,200}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}

using System.Text;
using System.Text.RegularExpressions;
using MimeKit.Utils;

namespace Distribution.Platform.Text;

/// <summary>Words as the head of a mail has them, such as <c>=?utf-8?Q?=C3=A9t=C3=A9?=</c> (RFC 2047); pure.</summary>
public static partial class EncodedWords
{
    /// <returns>The words as they read; null where none is encoded.</returns>
    public static string? Decode(string line) =>
        Encoded().IsMatch(line) ? Rfc2047.DecodeText(Encoding.UTF8.GetBytes(line)) : null;

    [GeneratedRegex(@"=\?[A-Za-z0-9_.:*-]+\?[BbQq]\?[^?\s]*\?=", RegexOptions.CultureInvariant)]
    private static partial Regex Encoded();
}

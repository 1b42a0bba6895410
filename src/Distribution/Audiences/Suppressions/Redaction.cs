using System.Text.RegularExpressions;
using Distribution.Platform.Addresses;

namespace Distribution.Audiences.Suppressions;

/// <summary>Takes an address out of a mail server's words, which like to repeat it; pure.</summary>
public static partial class Redaction
{
    private const string Gap = "…";

    /// <summary>The words without anything that looks like an address, and without the name before its @, on its own or cut off at the end.</summary>
    public static string Redact(string words, MailAddress address)
    {
        var text = AnyAddress().Replace(words, Gap);
        text = Regex.Replace(text, $@"(?<!\w){Regex.Escape(address.Local)}(?!\w)", Gap, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
        var last = LastWord().Match(text);
        return last.Length > 0 && address.Local.StartsWith(last.Value, StringComparison.OrdinalIgnoreCase) ? text[..last.Index] + Gap : text;
    }

    /// <summary>The words without anything that looks like an address.</summary>
    public static string RedactAll(string words) => AnyAddress().Replace(words, Gap);

    [GeneratedRegex("""[^\s<>()\[\],;:"]*@[^\s<>()\[\],;:"]*""")]
    private static partial Regex AnyAddress();

    [GeneratedRegex("""[^\s<>()\[\],;:"]*$""")]
    private static partial Regex LastWord();
}

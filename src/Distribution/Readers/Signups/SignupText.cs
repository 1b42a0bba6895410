using System.Security.Cryptography;
using System.Text;

namespace Distribution.Readers.Signups;

/// <summary>Which words somebody agreed to; pure.</summary>
public static class SignupText
{
    /// <summary>Changes with any word of the privacy notice and of the consent in that language.</summary>
    public static string VersionOf(string language)
    {
        var phrases = SignupPhrases.Book.In(language);
        var words = Encoding.UTF8.GetBytes($"{phrases["privacy"]}\n{phrases["consent"]}");
        return $"text {Convert.ToHexStringLower(SHA256.HashData(words))[..12]}";
    }
}

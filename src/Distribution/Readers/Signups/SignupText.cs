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
        return $"text {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{phrases["privacy"]}\n{phrases["consent"]}")))[..12]}";
    }
}

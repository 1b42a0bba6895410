using System.Globalization;

namespace Distribution.Platform.Text;

/// <summary>Whether texts have the words that somebody looks for; case and accents do not matter; pure.</summary>
public static class WordFilter
{
    /// <returns>True where every word is in one of the texts, and where there are no words.</returns>
    public static bool Passes(string? words, params IEnumerable<string?> texts) =>
        string.IsNullOrWhiteSpace(words)
        || words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).All(word => texts.Any(text => Has(text ?? "", word)));

    private static bool Has(string text, string word) =>
        CultureInfo.InvariantCulture.CompareInfo.IndexOf(text, word, CompareOptions.IgnoreCase | CompareOptions.IgnoreNonSpace) >= 0;
}

using System.Text;

namespace Distribution.Contacts.Files.Values;

/// <summary>A name without letter case, accents and punctuation: <c>Prénom(s)</c> becomes <c>prenoms</c>.</summary>
internal static class Folding
{
    public static string Fold(string text)
    {
        StringBuilder kept = new(text.Length);
        foreach (var rune in Decomposed(text.Replace("&", "and", StringComparison.Ordinal)).EnumerateRunes().Where(Rune.IsLetterOrDigit))
        {
            kept.Append(Rune.ToLowerInvariant(rune));
        }

        return kept.ToString();
    }

    /// <summary>The same without digits, which only count columns of one kind.</summary>
    public static string WithoutDigits(string folded) => new([.. folded.Where(letter => !char.IsDigit(letter))]);

    // Text that is not well-formed Unicode cannot be normalised.
    private static string Decomposed(string text) =>
        new string([.. text.Where(letter => !char.IsSurrogate(letter))]).Normalize(NormalizationForm.FormD);
}

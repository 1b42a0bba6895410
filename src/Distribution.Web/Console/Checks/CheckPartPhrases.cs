using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Checks;

/// <summary>The sentences around the findings of the checks.</summary>
internal static class CheckPartPhrases
{
    public static PhraseBook Book { get; } = new(typeof(CheckPartPhrases).Assembly, "Distribution.Web.Console.Checks.Phrases");
}

using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Shell;

/// <summary>The sentences that all pages of the console have: navigation, states, roles, buttons.</summary>
internal static class ShellPhrases
{
    public static PhraseBook Book { get; } = new(typeof(ShellPhrases).Assembly, "Distribution.Web.Console.Shell.Phrases");
}

using Distribution.Platform.Languages;

namespace Distribution.Web.Console.SignIn;

/// <summary>The sentences of the pages by which users sign in.</summary>
internal static class ConsoleSignInPhrases
{
    public static PhraseBook Book { get; } = new(typeof(ConsoleSignInPhrases).Assembly, "Distribution.Web.Console.SignIn.Phrases");
}

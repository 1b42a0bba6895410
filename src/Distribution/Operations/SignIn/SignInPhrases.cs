using Distribution.Platform.Languages;

namespace Distribution.Operations.SignIn;

/// <summary>The sentences of the mail by which a user signs in.</summary>
public static class SignInPhrases
{
    public static PhraseBook Book { get; } = new(typeof(SignInPhrases).Assembly, "Distribution.Operations.SignIn.Phrases");
}

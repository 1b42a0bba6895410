using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Account;

/// <summary>The sentences of a user's own page.</summary>
internal static class AccountPhrases
{
    public static PhraseBook Book { get; } = new(typeof(AccountPhrases).Assembly, "Distribution.Web.Console.Account.Phrases");
}

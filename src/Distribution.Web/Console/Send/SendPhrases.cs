using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Send;

/// <summary>The sentences of the pages on which a release is submitted, answered and sent.</summary>
internal static class SendPhrases
{
    public static PhraseBook Book { get; } = new(typeof(SendPhrases).Assembly, "Distribution.Web.Console.Send.Phrases");
}

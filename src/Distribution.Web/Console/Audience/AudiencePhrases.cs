using Distribution.Platform.Languages;

namespace Distribution.Web.Console.Audience;

/// <summary>The sentences of the pages on which the audience of a release is chosen.</summary>
internal static class AudiencePhrases
{
    public static PhraseBook Book { get; } = new(typeof(AudiencePhrases).Assembly, "Distribution.Web.Console.Audience.Phrases");
}

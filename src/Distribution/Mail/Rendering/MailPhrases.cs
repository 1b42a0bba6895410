using Distribution.Platform.Languages;

namespace Distribution.Mail.Rendering;

/// <summary>The sentences around a release, in its mail and on its page.</summary>
public static class MailPhrases
{
    public static PhraseBook Book { get; } = new(typeof(MailPhrases).Assembly, "Distribution.Mail.Rendering.Phrases");
}

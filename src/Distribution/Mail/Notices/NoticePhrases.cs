using Distribution.Platform.Languages;

namespace Distribution.Mail.Notices;

/// <summary>The sentences of mails to users.</summary>
public static class NoticePhrases
{
    public static PhraseBook Book { get; } = new(typeof(NoticePhrases).Assembly, "Distribution.Mail.Notices.Phrases");
}

using Distribution.Platform.Languages;

namespace Distribution.Mail.Notices;

/// <summary>The sentences of mails to the organisation's own people.</summary>
public static class NoticePhrases
{
    public static PhraseBook Book { get; } = new(typeof(NoticePhrases).Assembly, "Distribution.Mail.Notices.Phrases");
}

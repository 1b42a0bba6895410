namespace Distribution.Releases.Checks;

/// <summary>Names of the checks before a release is sent. They stand in the audit and in programs, and never change.</summary>
public static class CheckIds
{
    public const string NobodyReachable = "nobody-reachable";
    public const string PressOfficerUnreachable = "press-officer-unreachable";
    public const string NobodyOnDuty = "nobody-on-duty";
    public const string BlockLanguage = "block-language";
    public const string NoText = "no-text";
    public const string HeadlineLong = "headline-long";
    public const string Placeholder = "placeholder";
    public const string Markup = "markup";
    public const string CharacterLost = "character-lost";
    public const string ImageAlt = "image-alt";
    public const string LinkInsecure = "link-insecure";
    public const string LinkDead = "link-dead";
    public const string LinkWrapped = "link-wrapped";
    public const string WeekdayWrong = "weekday-wrong";
    public const string TodayElsewhere = "today-elsewhere";
    public const string AudienceEmpty = "audience-empty";
    public const string AudienceUnusual = "audience-unusual";
    public const string TranslationMissing = "translation-missing";
    public const string Embargo = "embargo";
    public const string SendAtOnce = "send-at-once";
    public const string MailLarge = "mail-large";
    public const string MailTooLarge = "mail-too-large";

    public static IReadOnlyList<string> All { get; } =
    [
        NobodyReachable, PressOfficerUnreachable, NobodyOnDuty, BlockLanguage, NoText, HeadlineLong, Placeholder, ImageAlt, LinkInsecure,
        LinkDead, LinkWrapped, Markup, CharacterLost, WeekdayWrong,
        TodayElsewhere, AudienceEmpty, AudienceUnusual, TranslationMissing, MailLarge, MailTooLarge, Embargo, SendAtOnce,
    ];
}

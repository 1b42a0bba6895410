namespace Distribution.Platform.Languages;

/// <summary>Why a mail is written in its language.</summary>
public enum LanguageReason
{
    /// <summary>The recipient reads it.</summary>
    Recipient,

    /// <summary>The organisation has chosen it for the recipient's country.</summary>
    Country,

    /// <summary>The release was written in it.</summary>
    Original,

    /// <summary>There is nothing better.</summary>
    First,
}

using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Contacts.Outlets;

namespace Distribution.Audiences.Imports;

/// <summary>The settings of an import.</summary>
public sealed record ImportSettings
{
    /// <summary>Column to field where the guess is to be set right; an empty field leaves the column out.</summary>
    public IReadOnlyDictionary<string, string> Mapping { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Meanings of states that only the program that wrote the file knows, such as <c>lapsed</c>: <c>subscribed</c>, <c>unconfirmed</c>,
    /// <c>unsubscribed</c>, <c>bounced</c>, <c>blocked</c>, <c>complained</c>, <c>excluded</c>, or <c>ignored</c>.
    /// </summary>
    public IReadOnlyDictionary<string, MailStatus> StatusValues { get; init; } = new Dictionary<string, MailStatus>();

    /// <summary>Where the data comes from.</summary>
    public required string Source { get; init; }

    /// <summary>When the data was taken from there; the time of the upload when left out.</summary>
    public DateTimeOffset? SourceDate { get; init; }

    /// <summary>On what ground the data is kept.</summary>
    public required LawfulBasis LawfulBasis { get; init; }

    /// <summary>The language of contacts without one in the file.</summary>
    public required string Language { get; init; }

    /// <summary>The country of contacts without one in the file; their telephone numbers are read as in it. ISO 3166-1 alpha-2.</summary>
    public string? Country { get; init; }

    /// <summary>The kind of outlets that are new and of which the file does not tell it.</summary>
    public OutletType OutletType { get; init; } = OutletType.Other;

    public ExistingContacts Existing { get; init; }

    /// <summary>Ids of the media lists that everybody is put on who has not left them.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>On what ground they are put on the lists, such as <c>consent</c>; required with lists.</summary>
    public string? Basis { get; init; }

    /// <summary>The evidence of the consent; required with lists.</summary>
    public string? Evidence { get; init; }
}

/// <summary>The effect of an import on existing contacts.</summary>
public enum ExistingContacts
{
    /// <summary>Adds what is missing, and changes nothing that is there.</summary>
    Fill,

    /// <summary>Leaves them as they are.</summary>
    Keep,

    /// <summary>Takes the file's values instead of the stored ones. Values that the file lacks stay.</summary>
    Replace,
}

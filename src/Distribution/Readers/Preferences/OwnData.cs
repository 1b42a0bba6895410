using Distribution.Audiences.Subscriptions;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Audit;

namespace Distribution.Readers.Preferences;

/// <summary>Everything that is held about somebody, for themselves (GDPR, articles 15 and 20).</summary>
public sealed record OwnData
{
    /// <summary>When it was put together.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The contact, with the origin of each fact.</summary>
    public required Contact Contact { get; init; }

    /// <summary>Names of the outlets of their positions, by id.</summary>
    public required IReadOnlyDictionary<string, string> Outlets { get; init; }

    /// <summary>Names of their topics, by id.</summary>
    public required IReadOnlyDictionary<string, string> Topics { get; init; }

    /// <summary>Names of the media lists that are mentioned, by id.</summary>
    public required IReadOnlyDictionary<string, string> Lists { get; init; }

    /// <summary>Every list that they are or were on, with the consent.</summary>
    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    /// <summary>Why their address is not mailed; null when it is.</summary>
    public Suppression? Suppression { get; init; }

    /// <summary>Every mail of a dispatch, newest first.</summary>
    public required IReadOnlyList<ReceivedMail> Mails { get; init; }

    /// <summary>The audit entries about their data, newest first.</summary>
    public required IReadOnlyList<AuditEntry> History { get; init; }
}

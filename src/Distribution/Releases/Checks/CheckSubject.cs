using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Checks;

/// <summary>All that the checks look at, as read at one time.</summary>
public sealed record CheckSubject
{
    public required Release Release { get; init; }

    /// <summary>The texts that are ready.</summary>
    public required IReadOnlyList<Translation> Texts { get; init; }

    public required Organisation Organisation { get; init; }

    public required Office Office { get; init; }

    /// <summary>The press contacts that journalists may call.</summary>
    public required IReadOnlyList<PressContact> Contacts { get; init; }

    /// <summary>When it is to be sent.</summary>
    public required DateTimeOffset SendAt { get; init; }

    /// <summary>Whether it has no time, so that it is sent as soon as it is approved.</summary>
    public bool IsAtOnce { get; init; }

    /// <summary>How many people it would be sent to; null where they were not counted.</summary>
    public required int? Audience { get; init; }

    /// <summary>How many releases of this office were sent to in the middle; none where there were too few.</summary>
    public int? UsualAudience { get; init; }

    /// <summary>Readers of none of the languages that are ready or promised, by the language they would like best.</summary>
    public IReadOnlyDictionary<string, int> Unserved { get; init; } = new Dictionary<string, int>();

    /// <summary>Links that did not answer, with what happened.</summary>
    public IReadOnlyDictionary<Uri, LinkFault> DeadLinks { get; init; } = new Dictionary<Uri, LinkFault>();

    /// <summary>Bytes of the mail by language.</summary>
    public IReadOnlyDictionary<string, long> MailSizes { get; init; } = new Dictionary<string, long>();
}

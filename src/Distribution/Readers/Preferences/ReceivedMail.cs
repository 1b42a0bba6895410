using Distribution.Mail.Outcomes;

namespace Distribution.Readers.Preferences;

/// <summary>A mail that somebody was sent, and why.</summary>
public sealed record ReceivedMail
{
    /// <summary>Id of the dispatch.</summary>
    public required string Dispatch { get; init; }

    /// <summary>Headlines of what was in it, in its language.</summary>
    public required IReadOnlyList<string> Headlines { get; init; }

    public required string Language { get; init; }

    /// <summary>Where it went; empty once that was taken out of the record.</summary>
    public required string Address { get; init; }

    /// <summary>Ids of the media lists that it came by.</summary>
    public required IReadOnlyList<string> Lists { get; init; }

    public required OutcomeState Outcome { get; init; }

    /// <summary>When that became so.</summary>
    public DateTimeOffset? At { get; init; }
}

using Distribution.Mail.Outcomes;
using Distribution.Releases.Drafts;

namespace Distribution.Dispatches.Ledger;

/// <summary>One sending of one release version to a frozen list of recipients.</summary>
public sealed record Dispatch
{
    public required string Id { get; init; }

    public required string Release { get; init; }

    public required int Version { get; init; }

    public required DispatchKind Kind { get; init; }

    public DispatchState State { get; init; }

    /// <summary>Why it is stopped, in words for the organisation's users.</summary>
    public string? StopReason { get; init; }

    /// <summary>The number of stops; each stop is notified once.</summary>
    public int Stops { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The plan that counts; batches of any other plan are never read.</summary>
    public string? Plan { get; init; }

    public DateTimeOffset? SealedAt { get; init; }

    /// <summary>Media lists by the number that the batches know them by.</summary>
    public IReadOnlyList<string> Lists { get; init; } = [];

    /// <summary>Of a digest: ids of the releases by the number that the batches know them by.</summary>
    public IReadOnlyList<string> Releases { get; init; } = [];

    /// <summary>Languages that there were to choose from.</summary>
    public IReadOnlyList<string> Languages { get; init; } = [];

    /// <summary>
    /// The part after the @ in Message-IDs, frozen with the plan, so that a second attempt and the record name the first one's.
    /// </summary>
    public string? MessageIdDomain { get; init; }

    /// <summary>How many recipients are planned.</summary>
    public int Planned { get; init; }

    /// <summary>How many of them get the notice about their data with it.</summary>
    public int Notices { get; init; }

    /// <summary>How many of the audience are not planned, by reason.</summary>
    public IReadOnlyDictionary<string, int> Excluded { get; init; } = new Dictionary<string, int>();

    public int Batches { get; init; }

    /// <summary>Row of the last batch.</summary>
    public string? LastBatch { get; init; }

    public DateTimeOffset? FinishedAt { get; init; }

    /// <summary>Recipients by outcome at the finish.</summary>
    public IReadOnlyDictionary<OutcomeState, int> Outcomes { get; init; } = new Dictionary<OutcomeState, int>();

    /// <summary>The <see cref="Records.RecordHash"/> at the finish.</summary>
    public string? RecordHash { get; init; }

    /// <summary>When names and addresses were taken out of its ledger.</summary>
    public DateTimeOffset? DetailsForgottenAt { get; init; }

    /// <summary>Id of the dispatch that makes a release public, whatever translations come later.</summary>
    public static string FirstOf(Release release) => IdOf(release.Id, release.ReleasedVersion ?? release.Version, DispatchKind.Release);

    /// <summary>The key under which only one such dispatch can ever exist.</summary>
    public static string IdOf(string release, int version, DispatchKind kind) => $"{release}-{version}-{kind.ToString().ToLowerInvariant()}";
}

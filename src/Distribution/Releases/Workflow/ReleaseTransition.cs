using Distribution.Platform.Audit;
using Distribution.Platform.Security;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>
/// Something that happened to a release: written with it, and kept until it is in the audit and everybody concerned is told.
/// </summary>
public sealed record ReleaseTransition
{
    public required string Id { get; init; }

    public required string Release { get; init; }

    public required TransitionKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the person.</summary>
    public required string By { get; init; }

    public string? Key { get; init; }

    public required int Version { get; init; }

    /// <summary>What else there is to know, by name: ids, numbers, instants and the names of fields, never a text.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>What an edit changed, field by field.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <summary>What its author is to be told in the words of who took the step. Not for the audit.</summary>
    public string? Note { get; init; }

    public static ReleaseTransition Create(
        TransitionKind kind,
        Release release,
        Actor by,
        DateTimeOffset now,
        params IReadOnlyList<(string Name, string? Value)> details) => new()
    {
        Id = NewId.Random(),
        Release = release.Id,
        Kind = kind,
        At = now,
        By = by.User,
        Key = by.Key,
        Version = release.Version,
        Details = details.Where(detail => !string.IsNullOrEmpty(detail.Value)).ToDictionary(detail => detail.Name, detail => detail.Value!),
    };

    /// <summary>The step as the audit keeps it.</summary>
    public AuditEntry Entry() => new()
    {
        Id = Id,
        At = At,
        Action = $"release.{Kind.ToString().ToLowerInvariant()}",
        By = By,
        Key = Key,
        Subject = SubjectOf(Release),
        Details = new Dictionary<string, string>(Details) { ["version"] = $"{Version}" },
        Changes = Changes,
    };

    public static string SubjectOf(string release) => $"release:{release}";
}

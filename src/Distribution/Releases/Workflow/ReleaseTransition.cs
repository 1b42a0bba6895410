using Distribution.Platform.Audit;
using Distribution.Platform.Security;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>A transition of a release: written with it, and kept until it is in the audit and the users concerned are notified.</summary>
public sealed record ReleaseTransition
{
    public required string Id { get; init; }

    public required string Release { get; init; }

    public required TransitionKind Kind { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Id of the user.</summary>
    public required string By { get; init; }

    public string? Key { get; init; }

    public required int Version { get; init; }

    /// <summary>Further details by name: ids, numbers, instants and the names of fields, never a text.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The changes of an edit, field by field.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];

    /// <summary>The note to its author in the words of the user who made the transition. Not for the audit.</summary>
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
            Details = details.Where(detail => !string.IsNullOrEmpty(detail.Value))
                .ToDictionary(detail => detail.Name, detail => detail.Value!),
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

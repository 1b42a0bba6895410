namespace Distribution.Platform.Audit;

/// <summary>Something that somebody did and may have to answer for. Never changed, and never with an address or a text in it.</summary>
public sealed record AuditEntry
{
    /// <summary>
    /// Distinguishes entries of one instant. An entry that a retry may write twice has an id that follows from its subject.
    /// </summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The action, in a name that never changes, such as <c>contacts.merged</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Id of the user.</summary>
    public required string By { get; init; }

    /// <summary>Id of the API key that acted for them, if it was one.</summary>
    public string? Key { get; init; }

    /// <summary>The subject: kind and id, such as <c>contact:0f1e2d…</c>, or the kind alone.</summary>
    public required string Subject { get; init; }

    /// <summary>Further details by name: ids, numbers and settings.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The changed fields. Values are recorded only where they cannot be somebody's text or address.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}

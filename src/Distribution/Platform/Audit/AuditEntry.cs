namespace Distribution.Platform.Audit;

/// <summary>Something that somebody did and may have to answer for. Never changed, and never with an address or a text in it.</summary>
public sealed record AuditEntry
{
    /// <summary>
    /// Tells entries of one instant apart. What may be written twice by a repeat has an id that follows from what it is about.
    /// </summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>What was done, in a name that never changes, such as <c>contacts.merged</c>.</summary>
    public required string Action { get; init; }

    /// <summary>Id of the person.</summary>
    public required string By { get; init; }

    /// <summary>Id of the API key that acted for them, if it was one.</summary>
    public string? Key { get; init; }

    /// <summary>What it was done to: kind and id, such as <c>contact:0f1e2d…</c>, or the kind alone.</summary>
    public required string Subject { get; init; }

    /// <summary>What else there is to know, by name: ids, numbers and settings.</summary>
    public IReadOnlyDictionary<string, string> Details { get; init; } = new Dictionary<string, string>();

    /// <summary>The fields that were changed. Values are told only where they cannot be somebody's text or address.</summary>
    public IReadOnlyList<AuditChange> Changes { get; init; } = [];
}

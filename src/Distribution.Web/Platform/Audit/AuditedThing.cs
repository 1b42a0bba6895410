namespace Distribution.Web.Platform.Audit;

/// <summary>How the audit calls things of a kind, and what it may tell of them.</summary>
/// <param name="Kind">The kind in a subject, such as <c>contact</c>.</param>
/// <param name="Area">The first part of an action, such as <c>contacts</c>.</param>
/// <param name="Recorded">Fields whose values are recorded though they are texts: ids, codes and settings.</param>
internal sealed record AuditedThing(string Kind, string Area, params IReadOnlyList<string> Recorded)
{
    /// <summary>Kind and id, or the kind alone where there is only one.</summary>
    public string Subject(string? id) => id is null ? Kind : $"{Kind}:{id}";
}

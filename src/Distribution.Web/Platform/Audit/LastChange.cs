using Azure;
using Distribution.Platform.Audit;
using Distribution.Web.Platform.Resources;

namespace Distribution.Web.Platform.Audit;

/// <summary>The members of a refusal about the version that is there instead: its tag, its author, its time.</summary>
internal static class LastChange
{
    /// <param name="version">The version that is there; null when the thing is gone.</param>
    /// <param name="entry">The newest entry of the audit about it.</param>
    public static IReadOnlyDictionary<string, object?> Members(ETag? version, AuditEntry? entry) => new Dictionary<string, object?>
    {
        ["currentETag"] = version is { } known ? EntityTags.Get(known) : null,
        ["changedBy"] = entry?.By,
        ["changedAt"] = entry?.At,
    };
}

using Distribution.Platform.Audit;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>The changes of an edit and their effect on approvals; pure.</summary>
public static class EditRule
{
    private const string TextsPrefix = "translations.";

    /// <summary>Between two edits of one sitting.</summary>
    private static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(10);

    private static readonly string[] Recorded =
        [
            nameof(Release.Office),
            nameof(Release.PressOfficers),
            nameof(Release.Topics),
            nameof(Release.Countries),
            nameof(Release.Audience),
            nameof(Release.OriginalLanguage)
        ];

    /// <summary>The fields that differ, such as <c>audience</c> and <c>translations.fr.body</c>.</summary>
    /// <param name="before">The release as it is.</param>
    /// <param name="next">The same with what its author writes.</param>
    /// <param name="texts">All of its texts.</param>
    public static IReadOnlyList<AuditChange> Changes(ReleaseDocument before, Release next, IReadOnlyCollection<Translation> texts) =>
    [
        // The headlines are those of the texts.
        .. AuditChanges.Between(before.Release with { Headlines = next.Headlines }, next, Recorded),
        .. before.Languages.Union(texts.Select(text => text.Language)).Order(StringComparer.Ordinal)
            .SelectMany(language => Changes(before, texts, language)),
    ];

    /// <summary>
    /// An edit that touches nothing but translations that nobody answers for yet leaves the approval of the others as it is.
    /// </summary>
    public static ReleaseAction Action(Release before, IEnumerable<AuditChange> changes) =>
        before.Approvals.Count > 0 && changes.All(change => IsOpenText(before, change.Field))
            ? ReleaseAction.Translate
            : ReleaseAction.Replace;

    /// <summary>
    /// Whether an edit belongs to the sitting of the one before: the same user, no long pause, and nobody has been shown the version yet.
    /// </summary>
    public static bool Continues(Release before, Requester who, DateTimeOffset now)
    {
        var last = before.EditedAt ?? before.CreatedAt;
        return before.State is ReleaseState.Draft or ReleaseState.Returned
            && (before.EditedBy ?? before.CreatedBy) == who.User
            && now - last < LongestPause
            && !(before.SubmittedAt >= last);
    }

    private static bool IsOpenText(Release release, string field) =>
        field.StartsWith(TextsPrefix, StringComparison.Ordinal) && !ApprovalRule.IsCovered(release, field.Split('.')[1]);

    private static IEnumerable<AuditChange> Changes(ReleaseDocument before, IEnumerable<Translation> texts, string language)
    {
        var old = before.Translations.FirstOrDefault(text => text.Language == language);
        var text = texts.FirstOrDefault(text => text.Language == language);
        return old is null || text is null
            ? [new($"{TextsPrefix}{language}")]
            : AuditChanges.Between(old, text).Select(change => change with { Field = $"{TextsPrefix}{language}.{change.Field}" });
    }
}

using Distribution.Publisher.Offices;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.Workflow;

/// <summary>Which translations somebody answers for; pure.</summary>
public static class ApprovalRule
{
    public static bool IsCovered(Release release, string language) =>
        release.Approvals.Any(approval => approval.Languages.Contains(language));

    /// <summary>Whether a translation may be sent and shown. A release that has no approval at all is from before there were any.</summary>
    public static bool IsSendable(Release release, Translation text) =>
        text.State == TranslationState.Ready && (release.Approvals.Count == 0 || IsCovered(release, text.Language));

    /// <summary>Languages of translations that are ready and that nobody answers for yet.</summary>
    public static IReadOnlyList<string> Open(Release release, IEnumerable<Translation> texts) =>
        [.. texts.Where(text => text.State == TranslationState.Ready && !IsCovered(release, text.Language)).Select(text => text.Language)];

    /// <summary>Whether an approver has been asked and has not answered.</summary>
    public static bool Waits(ReleaseDocument document) => document.Release.State switch
    {
        ReleaseState.Submitted => true,
        ReleaseState.Draft or ReleaseState.Returned or ReleaseState.Withdrawn => false,
        _ => document.Release.Approvals.Count > 0 && Open(document.Release, document.Translations).Count > 0,
    };

    /// <summary>Whether somebody else than its last editor must approve what the office says.</summary>
    public static bool NeedsSecondUser(string office, OfficeTree offices, Organisation? organisation) =>
        organisation?.NeedsSecondUser == true || offices.Upwards(office).Any(id => offices.Find(id)?.NeedsSecondUser == true);
}

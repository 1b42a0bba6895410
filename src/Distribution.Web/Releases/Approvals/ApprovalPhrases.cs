using Distribution.Platform.Languages;

namespace Distribution.Web.Releases.Approvals;

/// <summary>The sentences of the page that shows a release to its approvers.</summary>
internal static class ApprovalPhrases
{
    public static PhraseBook Book { get; } = new(typeof(ApprovalPhrases).Assembly, "Distribution.Web.Releases.Approvals.Phrases");
}

using Distribution.Releases.Drafts;
using Distribution.Releases.Intake;
using Distribution.Releases.Workflow;

namespace Distribution.Web.Releases.Drafts;

/// <summary>A release's text in one language.</summary>
/// <param name="State">Whether it is complete.</param>
/// <param name="IsApproved">Whether somebody answers for it.</param>
/// <param name="Body">Markdown.</param>
/// <param name="Slug">The last part of its address in the newsroom; none before the release is first scheduled.</param>
internal sealed record TranslationView(
    TranslationState State,
    bool IsApproved,
    string Headline,
    string? Subheading,
    string? Dateline,
    string? Summary,
    string Body,
    string? Slug)
{
    /// <summary>Parts of the HTML in this request that were not taken over.</summary>
    public IReadOnlyList<DroppedPart> Dropped { get; init; } = [];

    public static TranslationView From(Release release, Translation text) => new(
        text.State,
        ApprovalRule.IsCovered(release, text.Language),
        text.Headline,
        text.Subheading,
        text.Dateline,
        text.Summary,
        text.Body,
        text.Slug);
}

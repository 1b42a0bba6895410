using Distribution.Audiences.Selection;
using Distribution.Platform.Storage;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>A release with its texts, as read at one time.</summary>
public sealed record ReleaseDocument(Stored<Release> Row, IReadOnlyList<Stored<Translation>> Texts)
{
    public Release Release => Row.Value;

    public IReadOnlyList<Translation> Translations { get; } = [.. Texts.Select(text => text.Value)];

    public IReadOnlyList<string> Languages { get; } = [.. Texts.Select(text => text.Value.Language)];

    /// <summary>The texts that may be sent and shown.</summary>
    public IReadOnlyList<Translation> Sendable { get; } =
        [.. Texts.Select(text => text.Value).Where(text => ApprovalRule.IsSendable(Row.Value, text))];

    /// <summary>The texts that are promised or not approved yet.</summary>
    public IEnumerable<Translation> Promised => Translations.Except(Sendable);

    /// <summary>Languages that keep it from being sent.</summary>
    public IReadOnlyCollection<string> Missing => Release.TranslationPolicy == TranslationPolicy.WaitForAll || Sendable.Count == 0
        ? [.. Promised.Select(text => text.Language)]
        : [];

    /// <summary>The same as if somebody answered for every text that is ready: what approvers and authors want to see.</summary>
    public ReleaseDocument IfApproved() => new(new(Release with { Approvals = [] }, Row.Entity), Texts);

    /// <summary>The same as if every text that has headline and body were ready: what an author looks at while they write.</summary>
    public ReleaseDocument IfReady() => new(Row, [.. Texts.Select(text => text.Value is { Headline.Length: > 0, Body.Length: > 0 }
        ? new Stored<Translation>(text.Value with { State = TranslationState.Ready }, text.Entity)
        : text)]);

    /// <summary>A release that is not stored yet.</summary>
    public static ReleaseDocument Unsaved(Release release, IEnumerable<Translation> texts) =>
        new(new(release, []), [.. texts.Select(text => new Stored<Translation>(text, []))]);

    /// <summary>The release's audience, and what the language of each mail depends on.</summary>
    public Addressing AddressingBy(Organisation? organisation) => new(
        Release.Audience,
        [.. Sendable.Select(text => text.Language)],
        Release.OriginalLanguage,
        organisation?.LanguageByCountry ?? new Dictionary<string, string>())
    {
        Topics = Release.Topics,
        Promised = Release.WaitHours > 0 ? [.. Promised.Select(text => text.Language)] : [],
    };

    public Translation In(string language) => Translations.First(translation => translation.Language == language);
}

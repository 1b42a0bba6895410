using DiffPlex;
using DiffPlex.Chunkers;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;
using Distribution.Platform.Audit;
using Distribution.Releases.Workflow;

namespace Distribution.Releases.Drafts;

/// <summary>The differences between two versions of a release; pure. Texts are compared word by word.</summary>
public static class CompareVersions
{
    private static readonly string[] Members =
        [nameof(Translation.Headline), nameof(Translation.Subheading), nameof(Translation.Dateline), nameof(Translation.Summary),
            nameof(Translation.Body)];

    public static VersionDifferences Run(ReleaseDocument before, ReleaseDocument after) => new(
        [.. EditRule.Changes(Content(before), Content(after).Release, after.Translations).Where(change => !IsText(change.Field))],
        [.. before.Languages.Union(after.Languages).Order(StringComparer.Ordinal).SelectMany(language => Texts(before, after, language))]);

    /// <summary>The release as its author writes it; the rest is a matter of the workflow.</summary>
    private static ReleaseDocument Content(ReleaseDocument document)
    {
        var release = document.Release;
        return ReleaseDocument.Unsaved(
            new()
            {
                Id = release.Id,
                Office = release.Office,
                PressOfficers = release.PressOfficers,
                Topics = release.Topics,
                Countries = release.Countries,
                Audience = release.Audience,
                OriginalLanguage = release.OriginalLanguage,
                SendAt = release.SendAt,
                TranslationPolicy = release.TranslationPolicy,
                WaitHours = release.WaitHours,
                SourceUrl = release.SourceUrl,
                CreatedBy = release.CreatedBy,
                CreatedAt = release.CreatedAt,
            },
            document.Translations);
    }

    private static bool IsText(string field) => field.StartsWith("translations.", StringComparison.Ordinal);

    private static IEnumerable<TextDifference> Texts(ReleaseDocument before, ReleaseDocument after, string language)
    {
        var (old, now) = (Text(before, language), Text(after, language));
        foreach (var member in Members)
        {
            var (from, to) = (Value(old, member), Value(now, member));
            if (from != to) yield return new(language, char.ToLowerInvariant(member[0]) + member[1..], Words(from, to));
        }
    }

    private static Translation? Text(ReleaseDocument document, string language) =>
        document.Translations.FirstOrDefault(text => text.Language == language);

    private static string Value(Translation? text, string member) => member switch
    {
        nameof(Translation.Headline) => text?.Headline,
        nameof(Translation.Subheading) => text?.Subheading,
        nameof(Translation.Dateline) => text?.Dateline,
        nameof(Translation.Summary) => text?.Summary,
        _ => text?.Body,
    } ?? "";

    /// <summary>Runs of words that are in both, only in the later or only in the earlier text; together they give both texts.</summary>
    private static List<TextPart> Words(string before, string after)
    {
        var diff = InlineDiffBuilder.Diff(new Differ(), before, after, ignoreWhiteSpace: false, ignoreCase: false, new WordChunker());
        List<TextPart> parts = [];
        foreach (var piece in diff.Lines)
        {
            var kind = piece.Type switch
            {
                ChangeType.Inserted => TextPartKind.Inserted,
                ChangeType.Deleted => TextPartKind.Deleted,
                _ => TextPartKind.Kept,
            };
            if (parts is [.., { } last] && last.Kind == kind) parts[^1] = last with { Text = last.Text + piece.Text };
            else parts.Add(new(kind, piece.Text));
        }

        return parts;
    }
}

/// <summary>The differences between two versions of a release.</summary>
/// <param name="Fields">Fields beside the texts.</param>
/// <param name="Texts">Parts of texts, by language.</param>
public sealed record VersionDifferences(IReadOnlyList<AuditChange> Fields, IReadOnlyList<TextDifference> Texts);

/// <summary>A part of a text that differs.</summary>
/// <param name="Language">Language tag of the text.</param>
/// <param name="Field">Its part, such as headline or body.</param>
/// <param name="Parts">The words in order.</param>
public sealed record TextDifference(string Language, string Field, IReadOnlyList<TextPart> Parts);

/// <summary>Words that are in both texts, or only in one.</summary>
public sealed record TextPart(TextPartKind Kind, string Text);

public enum TextPartKind
{
    Kept,
    Inserted,
    Deleted,
}

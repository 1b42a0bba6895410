using Distribution.Releases;

namespace Distribution.Web.Releases;

/// <summary>A release's text in one language.</summary>
/// <param name="Body">Markdown.</param>
/// <param name="Slug">The last part of its address in the newsroom; none before the release is first scheduled.</param>
internal sealed record TranslationView(string Headline, string? Subheading, string? Dateline, string? Summary, string Body, string? Slug)
{
    public static TranslationView Of(Translation text) =>
        new(text.Headline, text.Subheading, text.Dateline, text.Summary, text.Body, text.Slug);
}

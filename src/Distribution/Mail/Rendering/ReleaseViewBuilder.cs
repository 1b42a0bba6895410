using System.Net;
using Distribution.Platform.Languages;
using Distribution.Platform.Text;
using Distribution.Readers.Preferences;
using Distribution.Releases.Drafts;

namespace Distribution.Mail.Rendering;

/// <summary>Puts together what the templates print.</summary>
internal sealed class ReleaseViewBuilder(
    MailContext context, Translation translation, Phrases phrases, PublicLinks links, ReleaseMailKind kind)
{
    private readonly string language = translation.Language;

    public string Organisation { get; } = PrintableText.Line(context.Organisation.Names.In(translation.Language));

    public string Office { get; } = PrintableText.Line(context.Office.Names.In(translation.Language));

    public string Headline { get; } = PrintableText.Line(translation.Headline);

    public string Subject => kind.IsTest ? phrases.With("test_subject", ("headline", Headline)) : Headline;

    /// <summary>As the mail's sender.</summary>
    public string Sender => $"{Organisation} {Office}";

    public ReleaseView Build(DateTimeOffset now)
    {
        ContactBlock contacts = new(context, language);
        var at = context.SentAt(now);
        var body = Dateline.Body(translation, context.Office);
        var boilerplate = FixedText.From(context.Organisation.Boilerplate, language);
        var footerNote = FixedText.From(context.Organisation.FooterNote, language);
        var logo = MailLogoView.From(context.Organisation.Look.Logo, language);
        var hasImages = logo is not null || boilerplate.HasImages || footerNote.HasImages || body.Images.Any();
        var reason = phrases.With("reason", ("organisation", Organisation), ("lists", Placeholder.Mark(Placeholder.Lists)));
        return new()
        {
            Language = language,
            Direction = LanguageTag.Direction(language),
            PhraseLanguage = phrases.Language,
            PhraseDirection = LanguageTag.Direction(phrases.Language),
            Phrases = phrases.Texts,
            Notice = Notice(),
            Logo = logo,
            Preheader = ReleaseSummary.Preheader(translation),
            Organisation = Organisation,
            Place = contacts.PlaceOf(context.Office),
            Date = ReleaseDate.In(language, phrases, at, context.Office),
            Headline = Headline,
            Subheading = PrintableText.Line(translation.Subheading),
            BodyHtml = body.Html,
            BodyText = body.PlainTextWith(phrases["colon"]),
            Contacts = kind.Contacts ?? contacts.At(at),
            About = phrases.With("about", ("organisation", Organisation)),
            Boilerplate = boilerplate,
            FooterNote = footerNote,
            HasImages = hasImages,
            Privacy = phrases[hasImages ? "privacy_images" : "privacy"],
            Reason = reason,
            ReasonHtml = WebUtility.HtmlEncode(reason),
            Web = (translation.Slug is { } slug ? links.Release(slug) : links.Newsroom(language)).AbsoluteUri,
            Newsroom = links.Newsroom(language).AbsoluteUri,
            Preferences = links.Preferences(PreferencesPhrases.LanguageFor([language])).AbsoluteUri,
            PostalAddress = PrintableText.Clean(context.Organisation.PostalAddress)
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }

    /// <summary>The other languages that the release is public in.</summary>
    public IReadOnlyList<string> Others() =>
        [.. context.Translations.Where(other => other.Language != language && other.Slug is not null).Select(other => other.Language)];

    /// <summary>The release in some of them.</summary>
    public IReadOnlyList<OtherLanguageView> ViewsOf(IReadOnlyCollection<string> languages) =>
    [
        .. from other in context.Translations
           where languages.Contains(other.Language)
           select new OtherLanguageView(
               other.Language, LanguageTag.OwnName(other.Language), links.Release(other.Slug!).AbsoluteUri),
    ];

    private string Notice() =>
        !kind.IsTest ? "" : IsApproved(context.Release) ? phrases["test"] : $"{phrases["test"]} {phrases["test_not_approved"]}";

    private static bool IsApproved(Release release) =>
        release.State is ReleaseState.Approved or ReleaseState.Scheduled or ReleaseState.Dispatching or ReleaseState.Released;
}

using System.Net;
using System.Text.Encodings.Web;
using System.Text.RegularExpressions;
using System.Text.Unicode;
using Distribution.Mail.Headers;
using Distribution.Platform.Languages;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using Distribution.Readers.Preferences;
using Distribution.Releases.Drafts;
using Fluid;

namespace Distribution.Mail.Rendering.Digests;

/// <summary>Writes digests: the same mail for all who read the same releases in the same languages.</summary>
public sealed partial class RenderDigest(PublicLinks links, UnsubscribeMailto unsubscribeMailto, TimeProvider clock)
{
    private const int LongestPreheader = 200;

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);
    private static readonly TemplateOptions Options = NewOptions();

    /// <param name="context">The data of digests.</param>
    /// <param name="language">The language of the text around the releases.</param>
    /// <param name="numbers">The releases, by number.</param>
    /// <param name="languages">Languages that the subscriber reads, best first.</param>
    /// <returns>Null when none of the releases is there any more.</returns>
    public ReleaseMail? In(DigestContext context, string language, IReadOnlyList<int> numbers, IReadOnlyList<string> languages)
    {
        var chosen = numbers.Select(number => context.Items[number]).OfType<DigestItem>().Where(item => item.Texts.Count > 0)
            .Select(item => (Item: item, Text: Choose(item, languages))).ToList();
        if (chosen.Count == 0) return null;
        var phrases = MailPhrases.Book.In(language);
        var office = chosen[0].Item.Office;
        var view = View(context, phrases, chosen);
        MailContext around = new(context.Organisation, office, [], chosen[0].Item.Release, [], context.Lists);
        var colours = MailColours.From(context.Organisation.Look);
        var body = Write(view, colours);
        return new(
            phrases.Language,
            new(around, phrases.Language, view.Subject, view.Organisation, links)
            {
                IsAutomatic = true,
                UnsubscribeMailto = unsubscribeMailto.Start
            },
            new(context.Lists, phrases.Language, phrases),
            _ => body,
            [],
            new(phrases, view.Organisation, links.Preferences(PreferencesPhrases.LanguageFor([phrases.Language])), colours),
            links,
            clock);
    }

    private static Translation Choose(DigestItem item, IReadOnlyList<string> languages)
    {
        var language = MailLanguage.Choose(
            languages,
            null,
            [.. item.Texts.Select(text => text.Language)],
            new Dictionary<string, string>(),
            item.Release.OriginalLanguage);
        return item.Texts.First(text => text.Language == language);
    }

    private DigestView View(DigestContext context, Phrases phrases, List<(DigestItem Item, Translation Text)> chosen)
    {
        var organisation = PrintableText.Line(context.Organisation.Names.In(phrases.Language));
        var reason = phrases.With("digest_reason", ("organisation", organisation), ("lists", Placeholder.Mark(Placeholder.Lists)));
        var first = PrintableText.Line(chosen[0].Text.Headline);
        return new()
        {
            Language = phrases.Language,
            Direction = LanguageTag.Direction(phrases.Language),
            Phrases = phrases.Texts,
            Subject = chosen.Count == 1 ? first : phrases.With("digest_more", ("headline", first), ("more", $"{chosen.Count - 1}")),
            Preheader = Preheader(chosen),
            Organisation = organisation,
            Date = ReleaseDate.In(phrases.Language, phrases, context.At, chosen[0].Item.Office),
            Items = [.. chosen.Select(found => Item(found.Item, found.Text))],
            Reason = reason,
            ReasonHtml = WebUtility.HtmlEncode(reason),
            Newsroom = links.Newsroom(phrases.Language).AbsoluteUri,
            Preferences = links.Preferences(PreferencesPhrases.LanguageFor([phrases.Language])).AbsoluteUri,
            PostalAddress = PrintableText.Clean(context.Organisation.PostalAddress)
                .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }

    private DigestItemView Item(DigestItem item, Translation text) => new(
        PrintableText.Line(text.Headline),
        text.Language,
        LanguageTag.Direction(text.Language),
        PrintableText.Line(item.Office.Names.In(text.Language)),
        ReleaseDate.In(text.Language, MailPhrases.Book.In(text.Language), item.Release.ReleasedAt ?? item.Release.CreatedAt, item.Office),
        ReleaseSummary.From(text),
        links.Release(text.Slug!).AbsoluteUri);

    /// <summary>Beside a subject that names the first release: the others, or what the only one is about.</summary>
    private static string Preheader(List<(DigestItem Item, Translation Text)> chosen) => chosen.Count == 1
        ? ReleaseSummary.Preheader(chosen[0].Text)
        : ReleaseSummary.Cut(string.Join(" · ", chosen.Skip(1).Select(found => PrintableText.Line(found.Text.Headline))), LongestPreheader);

    private static MailBody Write(DigestView view, MailColours colours)
    {
        var text = MailTemplates.DigestText.Render(new TemplateContext(view, Options), NullEncoder.Default);
        var html = MailTemplates.DigestHtml.Render(
            new TemplateContext(view, Options).SetValue("styles_of_screens", colours.In(MailTemplates.StylesOfScreens)), Html);
        return new(EmptyLines().Replace(text, "\n\n\n"), InlineStyles.Apply(html, colours.In(MailTemplates.Styles)) + "\n");
    }

    private static TemplateOptions NewOptions()
    {
        TemplateOptions options =
            new() { MemberAccessStrategy = new DefaultMemberAccessStrategy { MemberNameStrategy = MemberNameStrategies.SnakeCase } };
        options.MemberAccessStrategy.Register<DigestView>();
        options.MemberAccessStrategy.Register<DigestItemView>();
        MailTemplates.AddFilters(options);
        return options;
    }

    [GeneratedRegex("\n{4,}")]
    private static partial Regex EmptyLines();
}

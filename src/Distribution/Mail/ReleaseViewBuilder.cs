using System.Net;
using Distribution.Languages;
using Distribution.Offices;
using Distribution.Releases;
using Distribution.Texts;

namespace Distribution.Mail;

/// <summary>Puts together what the templates print.</summary>
internal sealed class ReleaseViewBuilder(MailContext context, Translation translation, Phrases phrases, PublicLinks links)
{
    private readonly string language = translation.Language;

    public string Organisation { get; } = PrintableText.Line(context.Organisation.Names.In(translation.Language));

    public string Office { get; } = PrintableText.Line(context.Office.Names.In(translation.Language));

    /// <summary>As the mail's sender.</summary>
    public string Sender => $"{Organisation} {Office}";

    private string Place => PlaceOf(context.Office);

    public ReleaseView Build(DateTimeOffset now)
    {
        var body = Dateline.Body(translation, context.Office);
        var boilerplate = Prose.Parse(context.Organisation.Boilerplate.In(language));
        var reason = phrases.With("reason", ("organisation", Organisation), ("lists", Gap.Mark(Gap.Lists)));
        return new()
        {
            Language = language,
            Direction = LanguageTag.Direction(language),
            PhraseLanguage = phrases.Language,
            PhraseDirection = LanguageTag.Direction(phrases.Language),
            Phrases = phrases.Texts,
            Organisation = Organisation,
            Place = Place,
            Date = ReleaseDate.In(language, phrases["date"], context.Release.ReleasedAt ?? context.Release.SendAt ?? now, context.Office),
            Headline = PrintableText.Line(translation.Headline),
            Subheading = PrintableText.Line(translation.Subheading),
            BodyHtml = body.Html,
            BodyText = body.PlainText,
            Contacts = [.. Contacts()],
            About = phrases.With("about", ("organisation", Organisation)),
            BoilerplateHtml = boilerplate.Html,
            BoilerplateText = boilerplate.PlainText,
            Reason = reason,
            ReasonHtml = WebUtility.HtmlEncode(reason),
            Web = (translation.Slug is { } slug ? links.Release(slug) : links.Newsroom(language)).AbsoluteUri,
            Newsroom = links.Newsroom(language).AbsoluteUri,
            PostalAddress = PrintableText.Of(context.Organisation.PostalAddress).Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries),
        };
    }

    /// <summary>The release in the other languages that it is public in.</summary>
    public IReadOnlyList<OtherLanguageView> Others() =>
    [
        .. from other in context.Translations
           where other.Language != language && other.Slug is not null
           select new OtherLanguageView(
               other.Language, LanguageTag.OwnName(other.Language), links.Release(other.Slug!).AbsoluteUri),
    ];

    private IEnumerable<MailContactView> Contacts() => context.Contacts.Count > 0
        ? context.Contacts.Select(contact => Contact(
            contact.Officer.Name, contact.Officer.Title.In(language), PlaceOf(contact.Office), contact.Officer.Email, contact.Officer.Phone))
        : [Contact(Place, "", "", context.Office.ReplyAddress, context.Office.Phone)];

    private string PlaceOf(Office office) => Organisation + phrases["separator"] + PrintableText.Line(office.Names.In(language));

    private MailContactView Contact(string name, string title, string place, string email, string? phone)
    {
        var address = PrintableText.Line(email);
        var number = phone is null ? "" : PrintableText.Line(Telephone.International(phone));
        return new(
            PrintableText.Line(name), PrintableText.Line(title), place,
            address, MailtoLink.Of(address),
            number, Isolated(number), PrintableText.Line(phone).Replace(" ", "", StringComparison.Ordinal));
    }

    // In right-to-left text the groups of a number would change places (UAX #9, section 2.5: isolates).
    private string Isolated(string number) =>
        number.Length > 0 && LanguageTag.Direction(language) == "rtl" ? $"\u2066{number}\u2069" : number;
}

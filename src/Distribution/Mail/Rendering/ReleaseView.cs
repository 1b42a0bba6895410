using Distribution.Platform.Languages;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;

namespace Distribution.Mail.Rendering;

/// <summary>
/// A release in one language as the templates print it; everything in it is cleaned, nothing is HTML-encoded but what says so.
/// </summary>
internal sealed record ReleaseView
{
    public required string Language { get; init; }

    public required string Direction { get; init; }

    /// <summary>Language of the phrases: English where nobody has translated them.</summary>
    public required string PhraseLanguage { get; init; }

    public required string PhraseDirection { get; init; }

    public required IReadOnlyDictionary<string, string> Phrases { get; init; }

    public required string Organisation { get; init; }

    /// <summary>Shown beside the subject in a list of mails, and not in the mail.</summary>
    public required string Preheader { get; init; }

    /// <summary>Says that the mail is a test; empty in all others.</summary>
    public required string Notice { get; init; }

    public required MailLogoView? Logo { get; init; }

    /// <summary>Organisation and office.</summary>
    public required string Place { get; init; }

    public required string Date { get; init; }

    public required string Headline { get; init; }

    public required string Subheading { get; init; }

    public required string BodyHtml { get; init; }

    public required string BodyText { get; init; }

    public required IReadOnlyList<MailContactView> Contacts { get; init; }

    public required string About { get; init; }

    public required FixedText Boilerplate { get; init; }

    public required FixedText FooterNote { get; init; }

    /// <summary>Whether a recipient's program may load something.</summary>
    public required bool HasImages { get; init; }

    /// <summary>The statement that the mail reports nothing about its recipient to the sender.</summary>
    public required string Privacy { get; init; }

    /// <summary>The release in the other languages that the recipient reads.</summary>
    public IReadOnlyList<OtherLanguageView> Others { get; init; } = [];

    /// <summary>Stands before and after an address or a number in a text from right to left.</summary>
    public string BeforeAddress => Isolates.LeftToRightIn(Direction).Before;

    public string AfterAddress => Isolates.LeftToRightIn(Direction).After;

    public required string Reason { get; init; }

    public required string ReasonHtml { get; init; }

    public string FirstNotice { get; } = Placeholder.Mark(Placeholder.Notice);

    public string Unsubscribe { get; } = Placeholder.Mark(Placeholder.Unsubscribe);

    public required string Web { get; init; }

    public required string Newsroom { get; init; }

    /// <summary>The page where the recipient asks for a link to their preferences.</summary>
    public required string Preferences { get; init; }

    /// <summary>Its lines.</summary>
    public required IReadOnlyList<string> PostalAddress { get; init; }
}

/// <summary>
/// A text that stands in every mail, as the templates print it; with its own language, which may be another than the mail's.
/// </summary>
internal sealed record FixedText(string Language, string Direction, string Html, string Text, bool HasImages)
{
    public static FixedText From(Names texts, string language)
    {
        var prose = Prose.Parse(texts.In(language));
        var own = texts.LanguageOf(language) ?? language;
        return new(own, LanguageTag.Direction(own), prose.Html, prose.PlainText, prose.Images.Any());
    }
}

/// <summary>
/// The organisation's logo, as the templates print it; without words where there are none in the language, since the name follows.
/// </summary>
internal sealed record MailLogoView(string Url, string Alt, int Width, int Height)
{
    public static MailLogoView? From(Logo? logo, string language) =>
        logo is null ? null : new(
            new Uri(logo.Url).AbsoluteUri,
            logo.Alt.Has(language) ? PrintableText.Line(logo.Alt.In(language)) : "",
            logo.Width,
            logo.Height);
}

/// <summary>The release in another language, by that language's own name.</summary>
internal sealed record OtherLanguageView(string Language, string Name, string Link);

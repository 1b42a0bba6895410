using System.Net;
using Distribution.Contacts.Contacts;
using Distribution.Platform.Languages;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Times;

namespace Distribution.Mail.Rendering;

/// <summary>
/// The notice about stored data in a contact's first mail, in a language (GDPR, article 14): the controller, the source, the legal basis
/// and the contact's rights.
/// </summary>
internal sealed class NoticeText(Phrases phrases, string organisation, Uri preferences, MailColours colours)
{
    public string Text(FirstNotice notice, string leave) =>
        $"{phrases["first_title"]}\n{Said(notice)}\n{phrases["first_preferences"]}{phrases["colon"]}{preferences.AbsoluteUri}\n"
        + $"{phrases["unsubscribe"]}{phrases["colon"]}{leave}\n\n";

    public string Html(FirstNotice notice, string leave) =>
        $"""
        <div lang="{phrases.Language}" dir="{LanguageTag.Direction(phrases.Language)}" style="margin: 24px 0; padding: 12px 16px; border: 1px solid #767676; font-size: 14px;">
        <p style="margin: 0 0 8px;"><strong>{Encode(phrases["first_title"])}</strong></p>
        <p style="margin: 0 0 8px;">{Encode(Said(notice))}</p>
        <p style="margin: 0;">{Link(preferences.AbsoluteUri, "first_preferences")} · {Link(leave, "unsubscribe")}</p>
        </div>

        """;

    private string Said(FirstNotice notice) => phrases.With(
        "first_text",
        ("organisation", organisation),
        ("date", TimeText.Day(notice.Date, phrases.Language)),
        ("source", PrintableText.Line(notice.Source)),
        ("basis", phrases[$"first_{notice.Basis.ToString().ToLowerInvariant()}"]));

    // Put in after the style sheet has gone into the elements, so that it says its colour by itself.
    private string Link(string address, string phrase) =>
        $"""<a href="{Encode(address)}" style="color: {colours.Accent}; text-decoration: underline;">{Encode(phrases[phrase])}</a>""";

    private static string Encode(string text) => WebUtility.HtmlEncode(text);
}

using System.Net;
using Distribution.Languages;
using Distribution.Mail;
using Distribution.MediaLists;
using Distribution.Organisations;
using Distribution.Outbox;
using Distribution.Security;
using Distribution.Texts;

namespace Distribution.Signups;

/// <summary>
/// Writes the mail that asks for a confirmation. Nothing that was typed into the form stands in it but the choice of lists: bots use such mails
/// to send their own text to strangers.
/// </summary>
public sealed class WriteConfirmation(OrganisationStore organisations, PublicLinks links, TimeProvider clock)
{
    /// <returns>Null where there is no organisation yet.</returns>
    public async Task<OutboxMail?> RunAsync(Signup signup, IReadOnlyList<MediaList> lists, string secret, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return null;
        var phrases = SignupPhrases.Book.In(signup.PageLanguage);
        var name = PrintableText.Line(organisation.Names.In(phrases.Language));
        var named = lists.Select(list => PrintableText.Line(list.Names.In(phrases.Language))).ToList();
        var when = signup.AskedAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", System.Globalization.CultureInfo.InvariantCulture);
        var asked = phrases.With("mail_asked", ("organisation", name), ("time", when));
        var link = links.Confirm(secret).AbsoluteUri;
        return new()
        {
            Id = $"confirm:{NewId.Random()}",
            To = signup.Address,
            Name = "",
            Subject = phrases.With("mail_subject", ("organisation", name)),
            Text = $"{asked}\n\n{string.Join('\n', named.Select(list => $"- {list}"))}\n\n{phrases["mail_confirm"]}\n{link}\n\n{phrases["mail_else"]}\n",
            Html = Html(phrases, asked, named, link, MailColours.Of(organisation.Look)),
            Language = phrases.Language,
            IsForJournalist = true,
            CreatedAt = clock.GetUtcNow(),
        };
    }

    private static string Html(Phrases phrases, string asked, IReadOnlyList<string> lists, string link, MailColours colours)
    {
        static string Text(string text) => WebUtility.HtmlEncode(text);
        return $"""
            <!DOCTYPE html>
            <html lang="{phrases.Language}" dir="{LanguageTag.Direction(phrases.Language)}">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><title>{Text(phrases["mail_confirm"])}</title></head>
            <body style="margin: 0; padding: 24px 16px; font-family: -apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, Arial, sans-serif; font-size: 16px; line-height: 1.6;">
            <div style="max-width: 560px; margin: 0 auto;">
            <p>{Text(asked)}</p>
            <ul>{string.Concat(lists.Select(list => $"<li>{Text(list)}</li>"))}</ul>
            <p style="margin: 24px 0;"><a href="{Text(link)}" style="display: inline-block; padding: 12px 24px; background-color: {colours.Accent}; color: #ffffff; text-decoration: none; font-weight: bold; border-radius: 4px;">{Text(phrases["mail_confirm"])}</a></p>
            <p>{Text(phrases["mail_else"])}</p>
            </div>
            </body>
            </html>

            """;
    }
}

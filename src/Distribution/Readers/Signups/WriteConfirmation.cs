using Distribution.Audiences.MediaLists;
using Distribution.Mail.Outbox;
using Distribution.Platform.Security;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Times;

namespace Distribution.Readers.Signups;

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
        var when = TimeText.Format(signup.AskedAt, TimePlace.Utc, phrases.Language);
        LinkMail content = new()
        {
            Language = phrases.Language,
            Opening = phrases.With("mail_asked", ("organisation", name), ("time", when)),
            Points = named,
            Button = phrases["mail_confirm"],
            Link = links.Confirm(secret),
            Closing = phrases["mail_else"],
        };
        return new()
        {
            Id = $"confirm:{NewId.Random()}",
            To = signup.Address,
            Name = "",
            Subject = phrases.With("mail_subject", ("organisation", name)),
            Text = content.ToText(),
            Html = content.ToHtml(MailColours.From(organisation.Look)),
            Language = phrases.Language,
            IsForJournalist = true,
            ExpiresAt = signup.AskedAt + StartSignup.Lifetime,
            CreatedAt = clock.GetUtcNow(),
        };
    }
}

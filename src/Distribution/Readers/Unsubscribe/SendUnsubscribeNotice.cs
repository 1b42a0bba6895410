using System.Globalization;
using Distribution.Audiences.Suppressions;
using Distribution.Contacts.Contacts;
using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;
using Distribution.Releases.Times;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// Mails a notice of the unsubscription, with a way back: it may have been another person, who got a forwarded mail. It states the facts
/// at its run: a contact who is back by then gets no mail, and one who unsubscribed twice gets one.
/// </summary>
public sealed class SendUnsubscribeNotice(
    ReadUnsubscribeSummary readUnsubscribeSummary,
    ContactStore contacts,
    FindSuppression findSuppression,
    OrganisationStore organisations,
    PostMail postMail,
    LinkTokens tokens,
    PublicLinks links,
    TimeProvider clock) : IJobRunner
{
    public string Name => ScheduleUnsubscribeNotice.JobName;

    public async Task<DateTimeOffset?> RunAsync(string id, CancellationToken cancellationToken)
    {
        if (UnsubscribeNotice.Parse(id) is not { } notice || await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return null;
        var preview = notice.Link is { } link
            ? await readUnsubscribeSummary.RunAsync(link, cancellationToken)
            : await readUnsubscribeSummary.AllAsync(notice.Contact, cancellationToken);
        if (preview is not { UnsubscribedAt: { } leftAt } || await AddressAsync(notice.Contact, cancellationToken) is not { } address) return null;
        await postMail.RunAsync(Mail(notice, preview, leftAt, address, organisation), cancellationToken);
        return null;
    }

    /// <summary>Null where nobody may be mailed.</summary>
    private async Task<string?> AddressAsync(string contact, CancellationToken cancellationToken)
    {
        var owner = await contacts.OwnerAsync(contact, cancellationToken) ?? contact;
        if (await contacts.FindAsync(owner, cancellationToken) is not { Value.Address: var address }) return null;
        return await findSuppression.RunAsync(MailAddress.Parse(address)!, cancellationToken) is null ? address : null;
    }

    private OutboxMail Mail(UnsubscribeNotice notice, UnsubscribeSummary preview, DateTimeOffset leftAt, string address, Organisation organisation)
    {
        var phrases = UnsubscribeMailPhrases.In(preview.Languages, organisation.Languages);
        var name = PrintableText.Line(organisation.Names.In(phrases.Language));
        LinkMail content = new()
        {
            Language = phrases.Language,
            Opening = phrases.With("opening", ("organisation", name), ("time", TimeText.Format(leftAt, TimePlace.Utc, phrases.Language))),
            Points = [.. preview.Left.Select(list => PrintableText.Line(list.Names.In(phrases.Language)))],
            Button = phrases[notice.Link is null ? "button_preferences" : "button"],
            Link = notice.Link is { } link ? links.Unsubscribe(link.Sign(tokens)) : links.Preferences(phrases.Language),
            Closing = phrases["closing"],
        };
        return new()
        {
            Id = string.Create(CultureInfo.InvariantCulture, $"left:{notice.Contact}:{leftAt.UtcTicks}"),
            To = address,
            Name = "",
            Subject = phrases.With("subject", ("organisation", name)),
            Text = content.ToText(),
            Html = content.ToHtml(MailColours.From(organisation.Look)),
            Language = phrases.Language,
            IsForJournalist = true,
            CreatedAt = clock.GetUtcNow(),
        };
    }
}

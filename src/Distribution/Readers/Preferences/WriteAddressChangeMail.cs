using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Languages;
using Distribution.Platform.Security;
using Distribution.Platform.Text;
using Distribution.Publisher.Organisations;

namespace Distribution.Readers.Preferences;

/// <summary>Writes the mails about a move: the question to the new address, and the word to the old one that it was done.</summary>
public sealed class WriteAddressChangeMail(OrganisationStore organisations, PublicLinks links, TimeProvider clock)
{
    /// <returns>Null where there is no organisation yet.</returns>
    public async Task<OutboxMail?> QuestionAsync(AddressChange move, string secret, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return null;
        var phrases = PreferencesPhrases.Book.In(move.Language);
        return Mail(
            $"preferences-move:{NewId.Random()}",
            move.Address,
            "move",
            phrases,
            organisation,
            "",
            links.ConfirmAddress(secret)) with
        { ExpiresAt = clock.GetUtcNow() + RequestAddressChange.Lifetime };
    }

    /// <summary>The notice to the old address shows the new one, masked.</summary>
    /// <param name="id">The same however often the move is carried out.</param>
    /// <param name="move">The move.</param>
    public async Task<OutboxMail?> FarewellAsync(string id, AddressChange move, CancellationToken cancellationToken)
    {
        if (await organisations.FindAsync(cancellationToken) is not { Value: var organisation }) return null;
        var phrases = PreferencesPhrases.Book.In(move.Language);
        return Mail(
            $"preferences-moved:{id}",
            move.From,
            "moved",
            phrases,
            organisation,
            MailAddress.Parse(move.Address)!.Masked,
            links.Preferences(phrases.Language));
    }

    private OutboxMail Mail(string id, string to, string kind, Phrases phrases, Organisation organisation, string masked, Uri link)
    {
        var name = PrintableText.Line(organisation.Names.In(phrases.Language));
        LinkMail content = new()
        {
            Language = phrases.Language,
            Opening = phrases.With($"{kind}_opening", ("organisation", name), ("address", masked)),
            Button = phrases[$"{kind}_button"],
            Link = link,
            Closing = phrases.With($"{kind}_else", ("sender", organisation.SenderAddress)),
        };
        return new()
        {
            Id = id,
            To = to,
            Name = "",
            Subject = phrases.With($"{kind}_subject", ("organisation", name)),
            Text = content.ToText(),
            Html = content.ToHtml(MailColours.From(organisation.Look)),
            Language = phrases.Language,
            IsForJournalist = true,
            CreatedAt = clock.GetUtcNow(),
        };
    }
}

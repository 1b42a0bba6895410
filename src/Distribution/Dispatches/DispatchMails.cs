using System.Collections.Concurrent;
using Distribution.Mail;
using Distribution.Security;
using MimeKit;

namespace Distribution.Dispatches;

/// <summary>The mails of one dispatch: rendered once per language, made out to each recipient.</summary>
public sealed class DispatchMails(
    Dispatch dispatch, MailContext context, KeepContacts keepContacts, RenderRelease render, LinkTokens tokens, MailboxAddress sender)
{
    private readonly ConcurrentDictionary<string, IReadOnlyList<MailContactView>> contacts = new();
    private readonly ConcurrentDictionary<string, Lazy<ReleaseMail>> byLanguage = new();

    /// <summary>Where bounces go.</summary>
    public MailboxAddress Sender { get; } = sender;

    /// <summary>Gets ready what mails in the languages need of the storage.</summary>
    public async Task PrepareAsync(IEnumerable<string> languages, CancellationToken cancellationToken)
    {
        foreach (var language in languages.Where(language => !contacts.ContainsKey(language)))
            contacts[language] = await keepContacts.RunAsync(dispatch, context, language, cancellationToken);
    }

    /// <summary>The mail for one recipient, in a language that was prepared.</summary>
    public MimeMessage To(Recipient recipient)
    {
        var mail = byLanguage.GetOrAdd(recipient.Language, language => new(() => render.In(context, language, contacts[language])));
        return mail.Value.To(new(
            MessageIds.Of(dispatch.Id, recipient.Contact, dispatch.MessageIdDomain ?? MessageIds.DomainOf(context.Organisation)),
            recipient.Address,
            recipient.Name,
            recipient.Languages,
            ListsOf(recipient),
            tokens.Sign(LinkPurpose.Leave, dispatch.Release, recipient.Contact)));
    }

    public IReadOnlyList<string> ListsOf(Recipient recipient) => [.. recipient.Lists.Select(number => dispatch.Lists[number])];
}

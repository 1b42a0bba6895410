using System.Collections.Concurrent;
using Distribution.Mail;
using Distribution.Security;
using MimeKit;

namespace Distribution.Dispatches;

/// <summary>The mails of one dispatch: rendered once per language, made out to each recipient.</summary>
public sealed class DispatchMails(Dispatch dispatch, MailContext context, RenderRelease render, LinkTokens tokens, MailboxAddress sender)
{
    private readonly ConcurrentDictionary<string, Lazy<ReleaseMail>> byLanguage = new();

    /// <summary>Where bounces go.</summary>
    public MailboxAddress Sender { get; } = sender;

    public MimeMessage To(Recipient recipient)
    {
        var mail = byLanguage.GetOrAdd(recipient.Language, language => new(() => render.In(context, language)));
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

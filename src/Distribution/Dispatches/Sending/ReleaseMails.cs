using System.Collections.Concurrent;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Rendering;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using MimeKit;

namespace Distribution.Dispatches.Sending;

/// <summary>The mails of a release: rendered once per language.</summary>
public sealed class ReleaseMails(
    Dispatch dispatch,
    MailContext context,
    SaveContactBlock saveContactBlock,
    RenderRelease render,
    LinkTokens tokens,
    MailboxAddress sender,
    TimeProvider time)
    : DispatchMails(dispatch, sender)
{
    private readonly SharedReads<IReadOnlyList<MailContactView>> reads = new(TimeSpan.MaxValue, time);
    private readonly ConcurrentDictionary<string, IReadOnlyList<MailContactView>> contacts = new();
    private readonly ConcurrentDictionary<string, Lazy<ReleaseMail>> byLanguage = new();

    public override async Task PrepareAsync(IEnumerable<string> languages, CancellationToken cancellationToken)
    {
        foreach (var language in languages.Where(language => !contacts.ContainsKey(language)))
            contacts[language] = (await reads.FindAsync(language, () => ReadAsync(language), cancellationToken))!;
    }

    public override MimeMessage To(Recipient recipient)
    {
        var mail = byLanguage.GetOrAdd(recipient.Language, language => new(() => render.In(context, language, contacts[language])));
        return mail.Value.To(new(
            MessageIds.Create(Dispatch.Id, recipient.Contact, Dispatch.MessageIdDomain ?? MessageIds.DomainOf(context.Organisation)),
            recipient.Address,
            recipient.Name,
            recipient.Languages,
            ListsOf(recipient),
            new UnsubscribeLink.InRelease(Dispatch.Release, recipient.Contact).Sign(tokens))
        { Notice = recipient.Notice });
    }

    private async Task<IReadOnlyList<MailContactView>?> ReadAsync(string language) =>
        await saveContactBlock.RunAsync(Dispatch, context, language, CancellationToken.None);
}

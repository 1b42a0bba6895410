using System.Collections.Concurrent;
using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Mail.Rendering;
using Distribution.Mail.Rendering.Digests;
using Distribution.Platform.Security;
using MimeKit;

namespace Distribution.Dispatches.Sending;

/// <summary>The mails of digests: rendered once for all who read the same releases in the same languages.</summary>
public sealed class DigestMails(Dispatch dispatch, DigestContext context, RenderDigest render, LinkTokens tokens, MailboxAddress sender)
    : DispatchMails(dispatch, sender)
{
    /// <summary>The number of different digests that are cached; then the cache is emptied.</summary>
    private const int MostRemembered = 1_000;

    private readonly ConcurrentDictionary<string, Lazy<ReleaseMail?>> byContent = new();

    public override Task PrepareAsync(IEnumerable<string> languages, CancellationToken cancellationToken) => Task.CompletedTask;

    public override MimeMessage To(Recipient recipient)
    {
        if (byContent.Count > MostRemembered) byContent.Clear();
        var content = $"{recipient.Language} {string.Join(',', recipient.Releases)} {string.Join(',', recipient.Languages)}";
        var mail = byContent.GetOrAdd(content, _ => new(() => render.In(context, recipient.Language, recipient.Releases, recipient.Languages)));
        if (mail.Value is not { } found) throw new FormatException("None of the releases of this digest is there any more.");
        return found.To(new(
            MessageIds.Create(Dispatch.Id, recipient.Contact, Dispatch.MessageIdDomain ?? MessageIds.DomainOf(context.Organisation)),
            recipient.Address,
            recipient.Name,
            recipient.Languages,
            ListsOf(recipient),
            new UnsubscribeLink.InDigest(recipient.Contact).Sign(tokens))
        { Notice = recipient.Notice });
    }
}

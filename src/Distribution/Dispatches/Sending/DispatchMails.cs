using Distribution.Dispatches.Ledger;
using MimeKit;

namespace Distribution.Dispatches.Sending;

/// <summary>The mails of one dispatch, made out to each recipient.</summary>
public abstract class DispatchMails(Dispatch dispatch, MailboxAddress sender)
{
    /// <summary>Where bounces go.</summary>
    public MailboxAddress Sender { get; } = sender;

    protected Dispatch Dispatch { get; } = dispatch;

    /// <summary>Gets ready what mails in the languages need of the storage.</summary>
    public abstract Task PrepareAsync(IEnumerable<string> languages, CancellationToken cancellationToken);

    /// <summary>The mail for one recipient, in a language that was prepared.</summary>
    public abstract MimeMessage To(Recipient recipient);

    public IReadOnlyList<string> ListsOf(Recipient recipient) => [.. recipient.Lists.Select(number => Dispatch.Lists[number])];
}

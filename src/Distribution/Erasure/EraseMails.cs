using Distribution.Contacts;
using Distribution.Outbox;
using Distribution.Security;

namespace Distribution.Erasure;

/// <summary>Deletes the mails of the outbox to a person, sent or not. The mail's job finds none and ends. Harmless to repeat.</summary>
public sealed class EraseMails(OutboxStore outbox, AddressHash hash)
{
    /// <param name="addresses">HMACs of the person's addresses.</param>
    /// <param name="cancellationToken">Ends it between two writes.</param>
    public async Task RunAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        await foreach (var mail in outbox.AllAsync(cancellationToken))
        {
            if (MailAddress.Parse(mail.Value.To) is not { } to || !addresses.Contains(hash.Of(to))) continue;
            // Its sender may be writing down what the relay says.
            for (var current = mail; current is not null; current = await outbox.FindAsync(current.Value.Id, cancellationToken))
            {
                await outbox.DeleteAsync(current, cancellationToken);
            }
        }
    }
}

using Distribution.Audiences.Suppressions;
using Distribution.Mail.Outbox;
using Distribution.Platform.Addresses;
using Distribution.Platform.Idempotency;
using Distribution.Platform.Security;

namespace Distribution.Operations.Erasure;

/// <summary>
/// Deletes the correspondence with a person and about them: mails of the outbox, sent or not, links that work once, refusals, and answers
/// to those
/// who wrote them down. Idempotent.
/// </summary>
public sealed class EraseCorrespondence(
    OutboxStore outbox, OneTimeTokenStore tokens, HardRefusalStore refusals, IdempotencyStore requests, AddressHash hash)
{
    /// <param name="addresses">HMACs of the person's addresses; the ids of the contact and of those merged into it are among them.</param>
    public async Task RunAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        await EraseMailsAsync(addresses, cancellationToken);
        foreach (var address in addresses)
        {
            await tokens.DeleteOfAsync(address, cancellationToken);
            await refusals.ForgetAsync(address, cancellationToken);
            await requests.ForgetAnswersAsync($"/api/contacts/{address}", cancellationToken);
        }
    }

    /// <summary>The job of a mail that is gone finds none and ends.</summary>
    private async Task EraseMailsAsync(IReadOnlyCollection<string> addresses, CancellationToken cancellationToken)
    {
        await foreach (var mail in outbox.AllAsync(cancellationToken))
        {
            if (MailAddress.Parse(mail.Value.To) is not { } to || !addresses.Contains(hash.Compute(to))) continue;
            // Its sender may be writing down what the relay says.
            for (var current = mail; current is not null; current = await outbox.FindAsync(current.Value.Id, cancellationToken))
            {
                await outbox.DeleteAsync(current, cancellationToken);
            }
        }
    }
}

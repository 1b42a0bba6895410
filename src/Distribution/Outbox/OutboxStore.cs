using Distribution.Storage;

namespace Distribution.Outbox;

public sealed class OutboxStore(Tables tables) : Shelf<OutboxMail>(tables[Tables.Outbox], "outbox")
{
    /// <summary>Deletes mails that were written before the instant and have their outcome.</summary>
    public async Task<int> DeleteBeforeAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        var deleted = 0;
        await foreach (var mail in AllAsync(cancellationToken))
        {
            if (mail.Value.CreatedAt >= instant || !mail.Value.Outcome.IsFinal) continue;
            await DeleteAsync(mail, cancellationToken);
            deleted++;
        }

        return deleted;
    }
}

using Distribution.Platform.Jobs;

namespace Distribution.Mail.Outbox;

/// <summary>Puts a mail into the outbox; it is sent from there, not by the caller. Idempotent by id.</summary>
public sealed class PostMail(OutboxStore outbox, JobStore jobs)
{
    public async Task RunAsync(OutboxMail mail, CancellationToken cancellationToken)
    {
        await outbox.AddAsync(mail.Id, mail, cancellationToken);
        await jobs.AddUrgentAsync(SendOutboxMail.JobName, mail.Id, cancellationToken);
    }
}

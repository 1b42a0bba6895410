using Distribution.Mail.Outbox;

namespace Distribution.Operations.Retention;

/// <summary>Deletes mails of the outbox that have their outcome.</summary>
public sealed class ForgetMails(OutboxStore outbox) : IRetentionRule
{
    public string Kind => "mails";

    public TimeSpan? Kept { get; } = TimeSpan.FromDays(30);

    public Task<int> RunAsync(
        DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) => outbox.AllAsync(cancellationToken)
        .Where(mail => mail.Value.CreatedAt < before && mail.Value.Outcome.IsFinal)
        .DeleteAsync(onlyCount, outbox.DeleteAsync, cancellationToken);
}

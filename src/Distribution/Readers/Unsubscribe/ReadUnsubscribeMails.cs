using System.Globalization;
using Distribution.Mail.Headers;
using Distribution.Platform.Jobs;
using Distribution.Platform.Security;
using MailKit;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// The timer that lets recipients unsubscribe by mail. The sender does not matter, for mails are forwarded from one address to another: the
/// token in the
/// subject is the proof, as it is in the link. Two runs at once, or one after a crash, repeat the unsubscription, which is idempotent.
/// </summary>
public sealed partial class ReadUnsubscribeMails(
    OpenUnsubscribeMailbox openMailbox,
    LinkTokens tokens,
    UnsubscribeFromLists unsubscribeFromLists,
    UnsubscribeMetrics metrics,
    JobRuns runs,
    IOptions<UnsubscribeOptions> options,
    ILogger<ReadUnsubscribeMails> logger)
{
    public const string Name = "unsubscribe";

    /// <summary>A fuller mailbox is emptied by the runs after this one.</summary>
    public const int MostPerRun = 1_000;

    /// <summary>How many are looked at before they are put out of the way: a crash has as many read again.</summary>
    private const int PageSize = 20;

    public Task RunAsync(CancellationToken cancellationToken) =>
        options.Value.IsOn ? runs.RecordNotedAsync(Name, () => ReadAsync(cancellationToken), cancellationToken) : Task.CompletedTask;

    /// <returns>How many there were of each kind; null when there was nothing.</returns>
    private async Task<string?> ReadAsync(CancellationToken cancellationToken)
    {
        var (left, strange) = (0, 0);
        await using var mailbox = await openMailbox.RunAsync(cancellationToken);
        var unread = await mailbox.UnreadAsync(cancellationToken);
        foreach (var page in unread.Take(MostPerRun).Chunk(PageSize))
        {
            var (done, others) = await UnsubscribeAsync(await mailbox.SubjectsAsync(page, cancellationToken), cancellationToken);
            if (done.Count > 0) await mailbox.FinishAsync(done, cancellationToken);
            if (others.Count > 0) await mailbox.FlagAsync(others, cancellationToken);
            Count(done.Count, others.Count);
            (left, strange) = (left + done.Count, strange + others.Count);
        }

        return left + strange == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"unsubscribed {left}, notUnderstood {strange}");
    }

    private async Task<(IList<UniqueId> Done, IList<UniqueId> Others)> UnsubscribeAsync(
        IReadOnlyList<(UniqueId Id, string? Subject)> mails, CancellationToken cancellationToken)
    {
        List<UniqueId> done = [];
        List<UniqueId> others = [];
        foreach (var (id, subject) in mails)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var link = UnsubscribeLink.Read(tokens, UnsubscribeSubject.TokenIn(subject));
            if (link is not null) await unsubscribeFromLists.RunAsync(link, cancellationToken);
            (link is null ? others : done).Add(id);
        }

        return (done, others);
    }

    private void Count(int left, int strange)
    {
        metrics.Add("unsubscribed", left);
        metrics.Add("notUnderstood", strange);
        if (left > 0) LogLeft(left);
        if (strange > 0) LogStrange(strange);
    }

    [LoggerMessage(LogLevel.Information, "Mails that unsubscribed their recipients: {Count}")]
    private partial void LogLeft(int count);

    [LoggerMessage(LogLevel.Warning, "Unsubscribe mails that cannot be understood and wait, flagged, in the mailbox: {Count}")]
    private partial void LogStrange(int count);
}

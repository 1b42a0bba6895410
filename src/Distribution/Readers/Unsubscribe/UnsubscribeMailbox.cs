using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;

namespace Distribution.Readers.Unsubscribe;

/// <summary>
/// The mailbox that unsubscribe mails arrive in, open. Of a mail it reads the size and the subject, never more, and marks nothing as read
/// by that.
/// </summary>
internal sealed class UnsubscribeMailbox(ImapClient client, IMailFolder arriving, IMailFolder processed, TimeProvider clock) : IAsyncDisposable
{
    /// <summary>
    /// Bytes of the largest mail that is looked at: an unsubscribe mail has a few thousand, and a signature with pictures at the most.
    /// </summary>
    private const uint LargestMail = 1024 * 1024;

    private static readonly FetchRequest Sizes = new(MessageSummaryItems.UniqueId | MessageSummaryItems.Size);
    private static readonly FetchRequest Subjects = new(MessageSummaryItems.UniqueId, [HeaderId.Subject]);
    private static readonly StoreFlagsRequest Read = new(StoreAction.Add, MessageFlags.Seen) { Silent = true };
    private static readonly StoreFlagsRequest ReadAndFlagged = new(StoreAction.Add, MessageFlags.Seen | MessageFlags.Flagged) { Silent = true };

    /// <summary>The mails that nobody has read, in the order of their arrival.</summary>
    public Task<IReadOnlyList<UniqueId>> UnreadAsync(CancellationToken cancellationToken) => WithinAsync<IReadOnlyList<UniqueId>>(
        async token => [.. (await arriving.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), token)).Order()], cancellationToken);

    /// <summary>Those of the mails that are still there, with their subjects; null for one that is too large to look at or has none.</summary>
    public Task<IReadOnlyList<(UniqueId Id, string? Subject)>> SubjectsAsync(IList<UniqueId> ids, CancellationToken cancellationToken) =>
        WithinAsync<IReadOnlyList<(UniqueId, string?)>>(
            async token =>
            {
                var sizes = await arriving.FetchAsync(ids, Sizes, token);
                var small = sizes.Where(mail => mail.Size <= LargestMail).Select(mail => mail.UniqueId).ToList();
                var subjects = small.Count == 0 ? [] : await arriving.FetchAsync(small, Subjects, token);
                var bySubject = subjects.ToDictionary(mail => mail.UniqueId, mail => mail.Headers?[HeaderId.Subject]);
                return [.. sizes.Select(mail => (mail.UniqueId, bySubject.GetValueOrDefault(mail.UniqueId))).OrderBy(mail => mail.UniqueId)];
            },
            cancellationToken);

    /// <summary>Puts mails that are done out of the way. They are marked as read first, so that one that cannot be moved is not done again.</summary>
    public Task FinishAsync(IList<UniqueId> ids, CancellationToken cancellationToken) => WithinAsync(
        async token =>
        {
            await arriving.StoreAsync(ids, Read, token);
            return await MoveAsync(ids, token);
        },
        cancellationToken);

    /// <summary>Leaves mails where they are, for a person to look at.</summary>
    public Task FlagAsync(IList<UniqueId> ids, CancellationToken cancellationToken) =>
        WithinAsync(token => arriving.StoreAsync(ids, ReadAndFlagged, token), cancellationToken);

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (client.IsConnected)
            {
                await WithinAsync(
                    async token =>
                    {
                        await client.DisconnectAsync(quit: true, token);
                        return true;
                    },
                    CancellationToken.None);
            }
        }
        catch (Exception fault) when (fault is TimeoutException or IOException or ProtocolException)
        {
            // Everything is done, and a server need not hear our goodbye.
        }

        client.Dispose();
    }

    /// <summary>A server may move none when some are gone, as when another run has just moved them: then those that are left.</summary>
    private async Task<UniqueIdMap> MoveAsync(IList<UniqueId> ids, CancellationToken cancellationToken)
    {
        try
        {
            return await arriving.MoveToAsync(ids, processed, cancellationToken);
        }
        catch (ImapCommandException)
        {
            await client.NoOpAsync(cancellationToken);
            var left = await arriving.SearchAsync(SearchQuery.Uids(ids), cancellationToken);
            return left.Count == 0 ? UniqueIdMap.Empty : await arriving.MoveToAsync(left, processed, cancellationToken);
        }
    }

    private Task<T> WithinAsync<T>(Func<CancellationToken, Task<T>> step, CancellationToken cancellationToken) =>
        ImapPatience.WithinAsync(clock, step, cancellationToken);
}

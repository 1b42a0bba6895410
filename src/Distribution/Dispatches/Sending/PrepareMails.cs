using Distribution.Dispatches.Ledger;
using Distribution.Mail.Rendering;
using Distribution.Mail.Rendering.Digests;
using Distribution.Mail.Smtp;
using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;
using Microsoft.Extensions.Options;
using MimeKit;

namespace Distribution.Dispatches.Sending;

/// <summary>
/// Reads everything that the mails of a dispatch need. The result is cached for a minute, so that a batch costs no reads of its own.
/// </summary>
public sealed class PrepareMails(
    MailContextReader reader,
    DigestContextReader digestReader,
    SaveContactBlock saveContactBlock,
    RenderRelease render,
    RenderDigest renderDigest,
    LinkTokens tokens,
    IOptions<MailOptions> options,
    TimeProvider time)
{
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(1);

    private readonly Dictionary<string, (Task<DispatchMails> Mails, DateTimeOffset At)> known = [];

    public Task<DispatchMails> RunAsync(Dispatch dispatch)
    {
        lock (known)
        {
            var now = time.GetUtcNow();
            if (known.TryGetValue(dispatch.Id, out var found) && IsGood(found, now)) return found.Mails;
            foreach (var old in known.Where(entry => !IsGood(entry.Value, now)).ToList()) known.Remove(old.Key);

            // Shared by all batches of the dispatch, so that no single run may cancel it.
            var mails = ReadAsync(dispatch, CancellationToken.None);
            known[dispatch.Id] = (mails, now);
            return mails;
        }
    }

    private static bool IsGood((Task<DispatchMails> Mails, DateTimeOffset At) entry, DateTimeOffset now) =>
        !entry.Mails.IsFaulted && now - entry.At < Fresh;

    private async Task<DispatchMails> ReadAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (dispatch.Kind == DispatchKind.Digest)
        {
            var digest = await digestReader.ReadAsync(dispatch, cancellationToken);
            return new DigestMails(dispatch, digest, renderDigest, tokens, Sender(digest.Organisation));
        }

        var context = await reader.ReadAsync(dispatch.Release, cancellationToken);
        return new ReleaseMails(dispatch, context, saveContactBlock, render, tokens, Sender(context.Organisation));
    }

    private MailboxAddress Sender(Organisation organisation) => new("", options.Value.ReturnPath ?? organisation.SenderAddress);
}

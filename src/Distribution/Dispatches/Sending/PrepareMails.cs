using Distribution.Dispatches.Ledger;
using Distribution.Mail.Rendering;
using Distribution.Mail.Rendering.Digests;
using Distribution.Mail.Smtp;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
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

    private readonly SharedReads<DispatchMails> reads = new(Fresh, time);

    public async Task<DispatchMails> RunAsync(Dispatch dispatch, CancellationToken cancellationToken) =>
        (await reads.FindAsync(dispatch.Id, async () => await ReadAsync(dispatch, CancellationToken.None), cancellationToken))!;

    private async Task<DispatchMails> ReadAsync(Dispatch dispatch, CancellationToken cancellationToken)
    {
        if (dispatch.Kind == DispatchKind.Digest)
        {
            var digest = await digestReader.ReadAsync(dispatch, cancellationToken);
            return new DigestMails(dispatch, digest, renderDigest, tokens, Sender(digest.Organisation));
        }

        var context = await reader.ReadAsync(dispatch.Release, cancellationToken);
        return new ReleaseMails(dispatch, context, saveContactBlock, render, tokens, Sender(context.Organisation), time);
    }

    private MailboxAddress Sender(Organisation organisation) => new("", options.Value.ReturnPath ?? organisation.SenderAddress);
}

using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using MimeKit;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace Distribution.Mail.Dkim;

/// <summary>
/// Signs mails as the settings say. The one place for all mails is the connection to the relay: nothing changes a mail after it.
/// </summary>
public sealed class SignMail : IDisposable
{
    private static readonly HeaderId[] Covered =
    [
        HeaderId.From, HeaderId.ReplyTo, HeaderId.Subject, HeaderId.Date, HeaderId.To, HeaderId.MessageId,
        HeaderId.MimeVersion, HeaderId.ContentType, HeaderId.ContentTransferEncoding, HeaderId.ContentLanguage,
        HeaderId.AutoSubmitted,
        HeaderId.ListId, HeaderId.ListUnsubscribe, HeaderId.ListUnsubscribePost, HeaderId.ListHelp, HeaderId.ListOwner,
        HeaderId.ListArchive, HeaderId.ListPost,
    ];

    private readonly DkimOptions options;
    private readonly TimeProvider clock;
    private readonly AsymmetricKeyParameter? key;

    /// <summary>Keys at rest: one RSA object must not sign twice at a time.</summary>
    private readonly ConcurrentBag<RSA> idle = [];

    public SignMail(IOptions<DkimOptions> options, TimeProvider clock)
    {
        (this.options, this.clock) = (options.Value, clock);
        if (this.options.PrivateKey is not { Length: > 0 } text) return;
        var rsa = DkimKey.Read(text);
        key = DotNetUtilities.GetRsaKeyPair(rsa).Private;
        idle.Add(rsa);
    }

    /// <summary>Whether mails are signed.</summary>
    public bool IsOn => key is not null;

    /// <summary>Signs a mail that is encoded for its way and has no signature yet. Does nothing when signing is off.</summary>
    /// <param name="format">How it will be written.</param>
    /// <param name="message">The mail.</param>
    public void Run(FormatOptions format, MimeMessage message)
    {
        if (key is null) return;
        MoveContentHeaders(message);
        var rsa = idle.TryTake(out var rested) ? rested : DkimKey.Read(options.PrivateKey!);
        try
        {
            PlatformDkimSigner signer =
                new(key, rsa, options.Domain is { Length: > 0 } domain ? domain : DomainOf(message), options.Selector!, clock);
            signer.Sign(format, message, HeadersOf(message));
        }
        finally
        {
            idle.Add(rsa);
        }
    }

    public void Dispose()
    {
        while (idle.TryTake(out var rsa)) rsa.Dispose();
    }

    /// <summary>MimeKit looks for these headers at the body only, and signs one that stands elsewhere as missing.</summary>
    private static void MoveContentHeaders(MimeMessage message)
    {
        foreach (var header in message.Headers.Where(header => header.Field.StartsWith("Content-", StringComparison.OrdinalIgnoreCase))
            .ToList())
        {
            message.Headers.Remove(header);
            message.Body?.Headers.Replace(header);
        }
    }

    /// <summary>From stands once more than the mail has it, so that none can be added (RFC 6376, section 8.15).</summary>
    private static List<HeaderId> HeadersOf(MimeMessage message) =>
        [.. Covered.Where(id => message.Headers.Contains(id) || message.Body?.Headers.Contains(id) == true), HeaderId.From];

    private static string DomainOf(MimeMessage message)
    {
        var address = message.From.Mailboxes.First().GetAddress(idnEncode: true);
        return address[(address.LastIndexOf('@') + 1)..];
    }
}

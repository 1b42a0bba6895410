using Microsoft.Extensions.Options;

namespace Distribution.Mail.Headers;

/// <summary>The <c>mailto:</c> link by which a mail program unsubscribes its user (RFC 2369, section 3.2).</summary>
public sealed class UnsubscribeMailto(IOptions<UnsubscribeOptions> options)
{
    /// <summary>The link without the recipient's token at its end; null where no mailbox is read.</summary>
    public string? Start { get; } = options.Value.IsOn ? $"mailto:{MailtoLink.Create(options.Value.Address!)}?subject={UnsubscribeSubject.LinkStart}" : null;
}

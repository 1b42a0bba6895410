using Microsoft.Extensions.Options;

namespace Distribution.Mail.Headers;

/// <summary>The <c>mailto:</c> link by which a mail program leaves for its reader (RFC 2369, section 3.2).</summary>
public sealed class UnsubscribeMailto(IOptions<UnsubscribeOptions> options)
{
    /// <summary>The link without the reader's token at its end; null where no mailbox is read.</summary>
    public string? Start { get; } =
        options.Value.IsOn ? $"mailto:{MailtoLink.Create(options.Value.Address!)}?subject={UnsubscribeSubject.LinkStart}" : null;
}

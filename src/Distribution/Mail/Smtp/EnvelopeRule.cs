using System.Text;
using MimeKit;

namespace Distribution.Mail.Smtp;

/// <summary>Which addresses may be put into an envelope.</summary>
internal static class EnvelopeRule
{
    /// <summary>A path has 256 with its angle brackets (RFC 5321, section 4.5.3.1.3), of the UTF-8 form (RFC 6531, section 3.3).</summary>
    private const int MostOctets = 254;

    /// <summary>Why this mail is not sent to the relay; null when it may be.</summary>
    /// <param name="sender">The address bounces go to.</param>
    /// <param name="recipient">The one recipient.</param>
    /// <param name="takesUtf8">Whether the relay offers SMTPUTF8 (RFC 6531).</param>
    public static SendResult? Objection(MailboxAddress sender, MailboxAddress recipient, bool takesUtf8)
    {
        if (Fault(sender) is { } senderFault) return new SendResult.Stopped(SmtpReply.Ours($"not sent: the sender address {senderFault}"));
        if (Fault(recipient) is { } fault) return new SendResult.Refused(SmtpReply.Ours($"not sent: the address {fault}"));
        if (takesUtf8) return null;
        if (NeedsUtf8(sender)) return new SendResult.Stopped(
            SmtpReply.Ours("not sent: the relay takes no sender address with letters outside ASCII (RFC 6531)"));
        if (NeedsUtf8(recipient)) return new SendResult.Refused(
            SmtpReply.Ours("not sent: the relay takes no address with letters outside ASCII before the @ (RFC 6531)"));
        return null;
    }

    /// <summary>Only the local part matters: a domain always goes as A-labels, which every relay on the way understands.</summary>
    public static bool NeedsUtf8(MailboxAddress address) => !Ascii.IsValid(address.LocalPart);

    private static string? Fault(MailboxAddress mailbox) => mailbox.Address switch
    {
        "" => "is empty",
        var address when Encoding.UTF8.GetByteCount(address) > MostOctets => "is longer than 254 octets (RFC 5321, section 4.5.3.1.3)",
        var address when address.Any(char.IsControl) => "has control characters",
        var address when !address.StartsWith('"') && address.AsSpan().ContainsAny(" <>") => "has blanks or brackets",
        _ when mailbox.LocalPart is "" || mailbox.Domain is "" => "has no name or no domain",
        _ => null,
    };
}

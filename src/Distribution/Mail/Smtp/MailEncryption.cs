using MailKit.Security;

namespace Distribution.Mail.Smtp;

internal static class MailEncryption
{
    /// <summary>The same in MailKit's words.</summary>
    public static SecureSocketOptions ForMailKit(this MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };
}

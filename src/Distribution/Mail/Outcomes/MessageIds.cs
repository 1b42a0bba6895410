using Distribution.Platform.Addresses;
using Distribution.Platform.Security;
using Distribution.Publisher.Organisations;

namespace Distribution.Mail.Outcomes;

/// <summary>Message-IDs (RFC 5322, section 3.6.4) that are the same however often one person is mailed in one dispatch.</summary>
public static class MessageIds
{
    /// <summary>Without its angle brackets.</summary>
    public static string Create(string dispatch, string contact, string domain) => $"{NewId.From("message", dispatch, contact)}@{domain}";

    public static string DomainOf(Organisation organisation) => MailAddress.Parse(organisation.SenderAddress)!.Domain;
}

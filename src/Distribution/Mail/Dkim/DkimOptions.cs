using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.Options;

namespace Distribution.Mail.Dkim;

/// <summary>How mails are signed with DKIM (RFC 6376); unset, they are not signed.</summary>
public sealed class DkimOptions
{
    public const string Section = "Dkim";

    private const string Name = @"^[A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?(\.[A-Za-z0-9]([A-Za-z0-9\-]{0,61}[A-Za-z0-9])?)*$";

    /// <summary>Names the public key in DNS, at &lt;selector&gt;._domainkey.&lt;domain&gt;: letters, digits and hyphens, with dots between; set with the private key.</summary>
    [MaxLength(63, ErrorMessage = "Dkim:Selector has at most 63 characters.")]
    [RegularExpression(Name, ErrorMessage = "Dkim:Selector consists of letters, digits and hyphens, with dots between.")]
    public string? Selector { get; set; }

    /// <summary>The domain that signs, as A-labels; unset means that of each mail's From address.</summary>
    [MaxLength(253, ErrorMessage = "Dkim:Domain has at most 253 characters.")]
    [RegularExpression(Name, ErrorMessage = "Dkim:Domain is a domain such as example.org, of letters, digits and hyphens, with dots between.")]
    public string? Domain { get; set; }

    /// <summary>RSA private key in PEM, PKCS#8 or PKCS#1, of 1024 to 4096 bits (better 2048); its line breaks may be written <c>\n</c>.</summary>
    public string? PrivateKey { get; set; }
}

[OptionsValidator]
internal sealed partial class DkimOptionsValidator : IValidateOptions<DkimOptions>;

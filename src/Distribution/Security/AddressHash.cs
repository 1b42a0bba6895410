using System.Security.Cryptography;
using System.Text;
using Distribution.Contacts;
using Microsoft.Extensions.Options;

namespace Distribution.Security;

/// <summary>Names an address without telling it: the first 128 bits of an HMAC-SHA-256 under the deployment's contact secret, 32 hexadecimal digits.</summary>
public sealed class AddressHash(IOptions<SecurityOptions> options)
{
    private readonly byte[] secret = Convert.FromBase64String(options.Value.ContactSecret!);

    public string Of(MailAddress address) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(address.Key)).AsSpan(0, 16));
}

using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Distribution.Platform.Addresses;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Security;

/// <summary>
/// Names an address without telling it: the first 128 bits of an HMAC-SHA-256 under the deployment's contact secret, 32 hexadecimal digits.
/// </summary>
public sealed class AddressHash(IOptions<SecurityOptions> options)
{
    private readonly byte[] secret = Convert.FromBase64String(options.Value.ContactSecret!);

    private const int Bytes = 16;

    public string Compute(MailAddress address) => Convert.ToHexStringLower(Full(address.Key).AsSpan(0, Bytes));

    /// <summary>Names something else about a person, such as the network they came from, in the same way.</summary>
    public string OfText(string text) => Convert.ToHexStringLower(Full($"text:{text}").AsSpan(0, Bytes));

    /// <summary>The same as a number.</summary>
    /// <param name="kept">A mail address in the form that is kept, so that it need not be read again.</param>
    public UInt128 NumberOf(string kept) => BinaryPrimitives.ReadUInt128BigEndian(Full(kept.ToLowerInvariant()));

    private byte[] Full(string key) => HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(key));
}

using System.Buffers;
using System.Buffers.Text;
using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Security;

/// <summary>
/// Opaque tokens for links in mails: base64url of key number, purpose, release id, contact id and the first 160 bits of their HMAC-SHA-256;
/// 72 characters. They never expire; <see cref="SecurityOptions.LinkSecrets"/> keeps every key that ever signed one.
/// </summary>
public sealed class LinkTokens(IOptions<SecurityOptions> options)
{
    private const int IdLength = 16;
    private const int SaidLength = 2 + (2 * IdLength);
    private const int MacLength = 20;
    private const int Length = SaidLength + MacLength;

    private readonly byte[][] secrets = [.. options.Value.LinkSecrets.Select(Convert.FromBase64String)];

    /// <param name="purpose">The purpose of the link.</param>
    /// <param name="release">Id of 32 hexadecimal digits.</param>
    /// <param name="contact">Id of 32 hexadecimal digits.</param>
    public string Sign(LinkPurpose purpose, string release, string contact)
    {
        Span<byte> token = stackalloc byte[Length];
        token[0] = (byte)(secrets.Length - 1);
        token[1] = (byte)purpose;
        WriteId(release, token.Slice(2, IdLength));
        WriteId(contact, token.Slice(2 + IdLength, IdLength));
        WriteMac(secrets[^1], token[..SaidLength], token[SaidLength..]);
        return Base64Url.EncodeToString(token);
    }

    /// <summary>The content of the token; null when it is forged, cut short, or made for another purpose.</summary>
    public LinkToken? Read(LinkPurpose purpose, string? text)
    {
        Span<byte> token = stackalloc byte[Length];
        if (text?.Length != Base64Url.GetEncodedLength(Length)) return null;
        if (Base64Url.DecodeFromChars(text, token, out _, out var written) != OperationStatus.Done || written != Length) return null;
        if (token[0] >= secrets.Length || token[1] != (byte)purpose) return null;

        Span<byte> mac = stackalloc byte[MacLength];
        WriteMac(secrets[token[0]], token[..SaidLength], mac);
        return CryptographicOperations.FixedTimeEquals(mac, token[SaidLength..])
            ? new(Convert.ToHexStringLower(token.Slice(2, IdLength)), Convert.ToHexStringLower(token.Slice(2 + IdLength, IdLength)))
            : null;
    }

    private static void WriteId(string id, Span<byte> bytes)
    {
        if (Convert.FromHexString(id, bytes, out _, out var written) != OperationStatus.Done || written != IdLength)
            throw new ArgumentException("An id has 32 hexadecimal digits.", nameof(id));
    }

    private static void WriteMac(byte[] secret, ReadOnlySpan<byte> said, Span<byte> mac)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(secret, said, hash);
        hash[..MacLength].CopyTo(mac);
    }
}

/// <summary>The content of a genuine link token: its release and its recipient.</summary>
public sealed record LinkToken(string Release, string Contact);

using System.Buffers;
using System.Security.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Distribution.Mail.Dkim;

/// <summary>One rsa-sha256 signature by the platform's RSA, which takes a fraction of the time of the one MimeKit brings.</summary>
internal sealed class PlatformSigner(RSA key) : ISigner
{
    private readonly ArrayBufferWriter<byte> data = new(4096);

    public string AlgorithmName => "SHA-256withRSA";

    public void Init(bool forSigning, ICipherParameters parameters) => throw new NotSupportedException("The key is given at the start.");

    public void Update(byte input) => data.Write([input]);

    public void BlockUpdate(byte[] input, int inOff, int inLen) => data.Write(input.AsSpan(inOff, inLen));

    public void BlockUpdate(ReadOnlySpan<byte> input) => data.Write(input);

    public int GetMaxSignatureSize() => key.KeySize / 8;

    public byte[] GenerateSignature() => key.SignData(data.WrittenSpan, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public bool VerifySignature(byte[] signature) =>
        key.VerifyData(data.WrittenSpan, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);

    public void Reset() => data.Clear();
}

using System.Security.Cryptography;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;

namespace Distribution.Mail.Dkim;

/// <summary>MimeKit's DKIM, relaxed/relaxed, with the platform's RSA and our clock.</summary>
internal sealed class PlatformDkimSigner : DkimSigner
{
    private readonly RSA rsa;
    private readonly TimeProvider clock;

    /// <param name="key">The same key as <paramref name="rsa"/>; MimeKit insists on one of its own kind.</param>
    /// <param name="rsa">Signs; not used by anybody else meanwhile.</param>
    /// <param name="domain">The domain that signs.</param>
    /// <param name="selector">The name of its key.</param>
    /// <param name="clock">Gives the time of the signature.</param>
    public PlatformDkimSigner(AsymmetricKeyParameter key, RSA rsa, string domain, string selector, TimeProvider clock)
        : base(key, domain, selector)
    {
        (this.rsa, this.clock) = (rsa, clock);
        HeaderCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
        BodyCanonicalizationAlgorithm = DkimCanonicalizationAlgorithm.Relaxed;
    }

    protected override ISigner CreateSigningContext() => new PlatformSigner(rsa);

    protected override long GetTimestamp() => clock.GetUtcNow().ToUnixTimeSeconds();
}

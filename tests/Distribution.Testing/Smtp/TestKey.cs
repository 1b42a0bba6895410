using System.Security.Cryptography;
using Distribution.Mail.Dkim;
using MimeKit;
using MimeKit.Cryptography;
using Org.BouncyCastle.Crypto;
using Xunit;

namespace Distribution.Testing.Smtp;

/// <summary>A key pair, and a DNS that has its public half at one name only.</summary>
public sealed class TestKey : DkimPublicKeyLocatorBase, IDisposable
{
    public const string Selector = "s2026";

    private readonly RSA rsa = RSA.Create(2048);
    private readonly string domain;

    public TestKey(string domain = "example.org") => this.domain = domain;

    public string Pkcs8 => rsa.ExportPkcs8PrivateKeyPem();

    public string Pkcs1 => rsa.ExportRSAPrivateKeyPem();

    public DkimOptions Options => new() { Selector = Selector, PrivateKey = Pkcs8 };

    /// <summary>Whether the mail has one signature, which holds.</summary>
    public bool Verifies(MimeMessage mail)
    {
        var signature = mail.Headers.Single(header => header.Id == HeaderId.DkimSignature);
        return new DkimVerifier(this).Verify(mail, signature, TestContext.Current.CancellationToken);
    }

    public override AsymmetricKeyParameter LocatePublicKey(
        string methods, string domain, string selector, CancellationToken cancellationToken = default)
    {
        Assert.Equal(($"{Selector}._domainkey.{this.domain}", "dns/txt"), ($"{selector}._domainkey.{domain}", methods));
        return GetPublicKey($"v=DKIM1; k=rsa; p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}");
    }

    public override Task<AsymmetricKeyParameter> LocatePublicKeyAsync(
        string methods, string domain, string selector, CancellationToken cancellationToken = default) =>
        Task.FromResult(LocatePublicKey(methods, domain, selector, cancellationToken));

    public void Dispose() => rsa.Dispose();
}

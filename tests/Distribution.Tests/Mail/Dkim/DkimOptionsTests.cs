using System.Security.Cryptography;
using Distribution.Mail.Dkim;
using Distribution.Testing.Smtp;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace Distribution.Tests.Mail.Dkim;

public sealed class DkimOptionsTests : IDisposable
{
    private readonly TestKey key = new();

    [Fact]
    public void Without_any_setting_the_program_starts_and_does_not_sign()
    {
        using var sign = new SignMail(Options.Create(new DkimOptions()), TimeProvider.System);

        Assert.Null(Refusal());
        Assert.False(sign.IsOn);
    }

    [Fact]
    public void A_key_may_be_written_in_several_ways()
    {
        string[] ways =
        [
            key.Pkcs8,
            key.Pkcs1,
            key.Pkcs8 + "\n",
            key.Pkcs8.ReplaceLineEndings("\r\n"),
            key.Pkcs8.ReplaceLineEndings("\\n"),
            key.Pkcs1.ReplaceLineEndings("\\n") + "\\n",
            key.Pkcs8.ReplaceLineEndings("\\r\\n"),
            key.Pkcs8.ReplaceLineEndings(" "),
        ];

        Assert.All(ways, way =>
        {
            using var read = DkimKey.Read(way);
            Assert.Equal(key.Pkcs8, read.ExportPkcs8PrivateKeyPem());
        });
    }

    [Theory]
    [InlineData(1024)]
    [InlineData(4096)]
    public void Keys_that_every_receiver_verifies_are_taken(int bits)
    {
        using var rsa = RSA.Create(bits);

        Assert.Null(Refusal(("Selector", "s1"), ("PrivateKey", rsa.ExportPkcs8PrivateKeyPem())));
    }

    [Theory]
    [InlineData(768)]
    [InlineData(4104)]
    public void Keys_of_other_sizes_are_refused_at_start(int bits)
    {
        using var rsa = RSA.Create(bits);

        Assert.Equal(
            $"Dkim:PrivateKey has {bits} bits; it has 1024 to 4096, best 2048.",
            Refusal(("Selector", "s1"), ("PrivateKey", rsa.ExportPkcs8PrivateKeyPem())));
    }

    [Fact]
    public void What_is_no_private_RSA_key_is_refused_at_start_and_not_shown()
    {
        using var curve = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var rsa = RSA.Create(2048);
        string[] wrong =
        [
            "secret",
            Convert.ToBase64String(rsa.ExportPkcs8PrivateKey()),
            rsa.ExportSubjectPublicKeyInfoPem(),
            rsa.ExportRSAPublicKeyPem(),
            rsa.ExportEncryptedPkcs8PrivateKeyPem("password", new(PbeEncryptionAlgorithm.Aes256Cbc, HashAlgorithmName.SHA256, 1)),
            curve.ExportPkcs8PrivateKeyPem(),
            rsa.ExportPkcs8PrivateKeyPem().Remove(200, 64),
        ];

        Assert.All(wrong, text => Assert.Equal(
            "Dkim:PrivateKey is an RSA private key in PEM, PKCS#8 or PKCS#1, without a password.",
            Refusal(("Selector", "s1"), ("PrivateKey", text))));
    }

    [Fact]
    public void A_reference_to_a_secret_that_is_missing_is_refused_at_start() => Assert.Equal(
        "Dkim:PrivateKey begins with @: a Key Vault reference that was not resolved.",
        Refusal(("Selector", "s1"), ("PrivateKey", "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/dkim)")));

    [Fact]
    public void It_is_all_or_nothing()
    {
        const string Sentence = "Set both Dkim:Selector and Dkim:PrivateKey, or nothing of Dkim.";

        Assert.Equal(Sentence, Refusal(("Selector", "s1")));
        Assert.Equal(Sentence, Refusal(("Domain", "example.org")));
        Assert.Equal(Sentence, Refusal(("PrivateKey", key.Pkcs8)));
        Assert.Equal(Sentence, Refusal(("PrivateKey", key.Pkcs8), ("Domain", "example.org")));
        Assert.Null(Refusal(("PrivateKey", key.Pkcs8), ("Selector", "s1.press"), ("Domain", "xn--caf-dma.example.org")));
    }

    [Theory]
    [InlineData("s1; d=example.com", "example.org", "Dkim:Selector consists of letters, digits and hyphens, with dots between.")]
    [InlineData("-s1", "example.org", "Dkim:Selector consists of letters, digits and hyphens, with dots between.")]
    [InlineData("s1", "café.example.org", "Dkim:Domain is a domain such as example.org, of letters, digits and hyphens, with dots between.")]
    [InlineData("s1", "press@example.org", "Dkim:Domain is a domain such as example.org, of letters, digits and hyphens, with dots between.")]
    public void Wrong_names_are_refused_at_start(string selector, string domain, string sentence) =>
        Assert.EndsWith(sentence, Refusal(("Selector", selector), ("Domain", domain), ("PrivateKey", key.Pkcs8)), StringComparison.Ordinal);

    public void Dispose() => key.Dispose();

    /// <summary>The failure of the program's start with these settings; null when it starts.</summary>
    private static string? Refusal(params (string Key, string Value)[] settings)
    {
        var values = settings.Select(setting => KeyValuePair.Create($"Dkim:{setting.Key}", (string?)setting.Value));
        using var services = new ServiceCollection().AddDkim(new ConfigurationBuilder().AddInMemoryCollection(values).Build()).BuildServiceProvider();
        try
        {
            services.GetRequiredService<IStartupValidator>().Validate();
            return null;
        }
        catch (OptionsValidationException refusal)
        {
            return refusal.Failures.Single();
        }
    }
}

using Distribution.Platform.Security;
using Microsoft.Extensions.Configuration;

namespace Distribution.Tests.Platform.Security;

public sealed class SecurityOptionsTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789abcdef", false)]
    public void An_administrator_key_is_long(string? key, bool valid) =>
        Assert.Equal(valid, new SecurityOptionsValidator().Validate(name: null, Options(key)).Succeeded);

    [Theory]
    [InlineData("Security:ContactSecret")]
    [InlineData("Security:LinkSecrets:0")]
    [InlineData("Security:AdministratorKey")]
    [InlineData("Mail:Password")]
    [InlineData("Mail:OAuth:ClientSecret")]
    [InlineData("Dkim:PrivateKey")]
    [InlineData("Unsubscribe:Password")]
    [InlineData("Storage:ConnectionString")]
    public void A_reference_to_a_secret_that_Azure_did_not_resolve_is_refused_whatever_it_is_for(string key)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            [key] = "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/some-secret)",
            ["Mail:User"] = "@rosa",
        }).Build();

        var failure = Assert.Single(new UnresolvedReferences(configuration).Validate(name: null, Options(null)).Failures!);

        Assert.StartsWith($"{key} is a Key Vault reference that was not resolved", failure, StringComparison.Ordinal);
    }

    private static SecurityOptions Options(string? administratorKey) => new()
    {
        ContactSecret = Convert.ToBase64String(new byte[32]),
        LinkSecrets = [Convert.ToBase64String(new byte[32])],
        AdministratorKey = administratorKey,
    };
}

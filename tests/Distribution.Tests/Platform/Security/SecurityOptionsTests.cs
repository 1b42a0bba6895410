using Distribution.Platform.Security;

namespace Distribution.Tests.Platform.Security;

public sealed class SecurityOptionsTests
{
    [Theory]
    [InlineData(null, true)]
    [InlineData("0123456789abcdef0123456789abcdef", true)]
    [InlineData("0123456789abcdef", false)]
    [InlineData("@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/administrator-key)", false)]
    public void An_administrator_key_is_long_and_not_an_unresolved_reference(string? key, bool valid) =>
        Assert.Equal(valid, new SecurityOptionsValidator().Validate(name: null, Options(key)).Succeeded);

    private static SecurityOptions Options(string? administratorKey) => new()
    {
        ContactSecret = Convert.ToBase64String(new byte[32]),
        LinkSecrets = [Convert.ToBase64String(new byte[32])],
        AdministratorKey = administratorKey,
    };
}

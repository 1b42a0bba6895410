using Distribution.Testing;
using Distribution.Web.Platform.Hosting;

namespace Distribution.Web.Tests.Platform.Hosting;

public sealed class StartTests(Azurite azurite)
{
    [Theory]
    [InlineData("Mail:Password")]
    [InlineData("Security:AdministratorKey")]
    public async Task It_does_not_start_with_a_secret_that_Azure_did_not_resolve(string key)
    {
        var failure = await Assert.ThrowsAnyAsync<Exception>(() => HttpHost.StartAsync(
            azurite,
            TestContext.Current.CancellationToken,
            new Dictionary<string, string?> { [key] = "@Microsoft.KeyVault(SecretUri=https://vault.example.org/secrets/of-the-relay)" }));

        Assert.Contains(
            $"{key} is a Key Vault reference that was not resolved", StartFailure.Explain(failure)!, StringComparison.Ordinal);
    }
}

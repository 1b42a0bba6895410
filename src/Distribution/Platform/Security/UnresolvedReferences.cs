using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace Distribution.Platform.Security;

/// <summary>
/// A Key Vault reference that Azure could not resolve arrives as it stands. As a secret it would be one that anybody can guess, and as a
/// password one that a mail server refuses days later.
/// </summary>
internal sealed class UnresolvedReferences(IConfiguration configuration) : IValidateOptions<SecurityOptions>
{
    private const string Reference = "@Microsoft.KeyVault(";

    public ValidateOptionsResult Validate(string? name, SecurityOptions options)
    {
        List<string> unresolved = [.. configuration.AsEnumerable()
            .Where(setting => setting.Key.Contains(ConfigurationPath.KeyDelimiter, StringComparison.Ordinal)
                && setting.Value?.TrimStart().StartsWith(Reference, StringComparison.OrdinalIgnoreCase) == true)
            .Select(setting => setting.Key).Order(StringComparer.Ordinal)];
        return unresolved.Count == 0
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail(unresolved.Select(key =>
                $"{key} is a Key Vault reference that was not resolved: look whether the secret exists, and whether the app's identity "
                + "has the role Key Vault Secrets User."));
    }
}

using System.Text.Json;
using Distribution.Platform.Security;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

/// <summary>Deletes links that worked once and have expired.</summary>
public sealed class ForgetTokens(OneTimeTokenStore tokens, IOptions<RetentionOptions> options) : IRetentionRule
{
    public string Kind { get; } = JsonNamingPolicy.CamelCase.ConvertName(nameof(RetentionOptions.Tokens));

    public TimeSpan? Kept => options.Value.Tokens;

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        tokens.ExpiredBeforeAsync(before, cancellationToken).DeleteAsync(onlyCount, tokens.DeleteAsync, cancellationToken);
}

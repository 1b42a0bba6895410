using System.Text.Json;
using Distribution.Platform.Audit;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

/// <summary>Deletes old entries of the audit.</summary>
public sealed class ForgetAuditEntries(AuditStore audit, IOptions<RetentionOptions> options) : IRetentionRule
{
    public string Kind { get; } = JsonNamingPolicy.CamelCase.ConvertName(nameof(RetentionOptions.AuditEntries));

    public TimeSpan? Kept => options.Value.AuditEntries;

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        audit.BeforeAsync(before, cancellationToken).DeleteAsync(onlyCount, audit.DeleteAsync, cancellationToken);
}

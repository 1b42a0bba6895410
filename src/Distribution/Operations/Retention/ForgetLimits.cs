using Distribution.Readers.Signups;

namespace Distribution.Operations.Retention;

/// <summary>Deletes what was counted against limits in windows that are over.</summary>
public sealed class ForgetLimits(LimitStore limits) : IRetentionRule
{
    public string Kind => "limits";

    public TimeSpan? Kept => TimeSpan.Zero;

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        limits.OverBeforeAsync(before, cancellationToken).DeleteAsync(onlyCount, limits.DeleteAsync, cancellationToken);
}

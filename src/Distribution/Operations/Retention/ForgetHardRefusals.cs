using Distribution.Audiences.Suppressions;

namespace Distribution.Operations.Retention;

/// <summary>Deletes what is known of addresses that have not been refused for long.</summary>
public sealed class ForgetHardRefusals(HardRefusalStore refusals) : IRetentionRule
{
    public string Kind => "hardRefusals";

    public TimeSpan? Kept { get; } = TimeSpan.FromDays(180);

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) => refusals.AllAsync(cancellationToken)
        .Where(address => address.Value.Last.At < before)
        .DeleteAsync(onlyCount, refusals.DeleteAsync, cancellationToken);
}

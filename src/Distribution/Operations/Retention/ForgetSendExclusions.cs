using Distribution.Audiences.Subscriptions;
using Distribution.Dispatches.Ledger;

namespace Distribution.Operations.Retention;

/// <summary>Deletes send exclusions that no sender can need any more.</summary>
public sealed class ForgetSendExclusions(SendExclusionStore sendExclusions, DispatchStore dispatches) : IRetentionRule
{
    /// <summary>Senders look for exclusions from a little before their dispatch.</summary>
    private static readonly TimeSpan BeforeDispatch = TimeSpan.FromHours(1);

    public string Kind => "sendExclusions";

    public TimeSpan? Kept { get; } = TimeSpan.FromDays(7);

    public async Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        await sendExclusions.BeforeAsync(await NoLongerNeededAsync(before, cancellationToken), cancellationToken)
            .DeleteAsync(onlyCount, sendExclusions.RemoveAsync, cancellationToken);

    /// <summary>
    /// A dispatch that is stopped, or whose relay is away, may be resumed weeks later: contacts excluded by then must not be mailed.
    /// </summary>
    private async Task<DateTimeOffset> NoLongerNeededAsync(DateTimeOffset instant, CancellationToken cancellationToken)
    {
        await foreach (var dispatch in dispatches.UnfinishedAsync(cancellationToken))
        {
            if (dispatch.Value.CreatedAt - BeforeDispatch < instant) instant = dispatch.Value.CreatedAt - BeforeDispatch;
        }

        return instant;
    }
}

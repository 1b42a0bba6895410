using System.Text.Json;
using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Planning;
using Distribution.Platform.Storage;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

/// <summary>
/// Takes names and addresses out of the ledgers of dispatches that finished long ago, whose records and hashes stay. It counts recipients. A
/// dispatch is marked when it is done, and a run that was cut off repeats it.
/// </summary>
public sealed class ForgetDeliveryDetails(DispatchStore dispatches, BatchStore batches, IOptions<RetentionOptions> options, TimeProvider clock)
    : IRetentionRule
{
    public string Kind { get; } = JsonNamingPolicy.CamelCase.ConvertName(nameof(RetentionOptions.DeliveryDetails));

    public TimeSpan? Kept => options.Value.DeliveryDetails;

    public async Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken)
    {
        var count = 0;
        await foreach (var dispatch in dispatches.CreatedBeforeAsync(before, cancellationToken))
        {
            if (!(dispatch.FinishedAt < before) || dispatch is not { Plan: { } plan, DetailsForgottenAt: null }) continue;
            if (onlyCount || await ForgetAsync(dispatch.Id, plan, cancellationToken)) count += dispatch.Planned;
        }

        return count;
    }

    /// <returns>False when a run has one of the batches once more: the next night does it.</returns>
    private async Task<bool> ForgetAsync(string dispatch, string plan, CancellationToken cancellationToken)
    {
        await foreach (var batch in batches.AllAsync(dispatch, plan, cancellationToken))
        {
            if (!await ForgetAsync(batch.Key, cancellationToken)) return false;
        }

        while (await dispatches.FindAsync(dispatch, cancellationToken) is { } read)
        {
            var marked = read.Value with { DetailsForgottenAt = clock.GetUtcNow() };
            if (await dispatches.ReplaceAsync(read, marked, cancellationToken) is WriteResult.Done) return true;
        }

        return false;
    }

    private async Task<bool> ForgetAsync(BatchKey key, CancellationToken cancellationToken)
    {
        while (await batches.FindAsync(key, cancellationToken) is { Batch: var batch } read)
        {
            if (!batch.IsDone || batch.IsLeased(clock.GetUtcNow())) return false;
            var anonymous = AnonymousRecipients.In(batch, _ => true, clock.GetUtcNow());
            if (ReferenceEquals(anonymous, batch) || await batches.RewriteAsync(anonymous, read.ETag, cancellationToken) is WriteResult.Done) return true;
        }

        return true;
    }
}

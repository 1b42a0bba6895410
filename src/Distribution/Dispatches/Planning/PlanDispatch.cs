using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Records;
using Distribution.Mail.Outcomes;
using Distribution.Mail.SendRates;
using Distribution.Platform.Security;
using Distribution.Platform.Storage;
using Distribution.Platform.Telemetry;
using Distribution.Publisher.Organisations;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Planning;

/// <summary>
/// Writes down who gets a dispatch and seals it. Each run writes under a plan id of its own; the one conditional update that names the
/// winning plan in the dispatch makes it count, so that two planners, or one that died half-way, do no harm.
/// </summary>
public sealed partial class PlanDispatch(
    DispatchStore dispatches,
    BatchStore batches,
    DispatchMetrics metrics,
    IOptions<DispatchOptions> options,
    IOptions<SendRateOptions> sendRate,
    TimeProvider time,
    ILogger<PlanDispatch> logger)
{
    /// <summary>Plans and seals a dispatch unless that has been done.</summary>
    /// <param name="dispatch">The dispatch.</param>
    /// <param name="described">The same, with what its batches refer to by number.</param>
    /// <param name="entries">The recipients by contact id; counts who is left out and why.</param>
    /// <param name="organisation">The sender.</param>
    /// <param name="cancellationToken">Ends it before the seal.</param>
    /// <returns>The sealed dispatch.</returns>
    public async Task<Stored<Dispatch>> RunAsync(
        Stored<Dispatch> dispatch,
        Dispatch described,
        Func<Dictionary<string, int>, IAsyncEnumerable<Recipient>> entries,
        Organisation organisation,
        CancellationToken cancellationToken)
    {
        if (dispatch.Value.Plan is not null) return dispatch;
        using var span = Tracing.Start("plan dispatch", described.Id);
        var plan = NewId.Random()[..8];
        Dictionary<string, int> excluded = [];
        var written = await WriteAsync(Pack(described.Id, plan, time.GetUtcNow()), entries(excluded), cancellationToken);
        var planned = described with
        {
            State = DispatchState.Sending,
            Plan = plan,
            MessageIdDomain = MessageIds.DomainOf(organisation),
            Planned = written.Recipients,
            Notices = written.Notices,
            Excluded = excluded,
            Batches = written.Batches,
            LastBatch = written.LastRow,
        };
        return await SealAsync(dispatch, planned, cancellationToken);
    }

    /// <summary>Under a limit the timer gives each batch its slot; else all are queued at once, and their rows say so already.</summary>
    private BatchBuilder Pack(string dispatch, string plan, DateTimeOffset now)
    {
        var limits = sendRate.Value.Limits;
        return new(dispatch, plan, limits.Batch(options.Value.BatchSize), now) { QueuedAt = limits.AreSet ? TableTime.Never : now };
    }

    /// <summary>Somebody may have paused or cancelled it while it was planned: their word stays, and the seal is set under it.</summary>
    private async Task<Stored<Dispatch>> SealAsync(Stored<Dispatch> read, Dispatch planned, CancellationToken cancellationToken)
    {
        var (now, isStopped) = (read, false);
        while (now.Value.Plan is null)
        {
            var state = now.Value.State is DispatchState.Paused or DispatchState.Cancelled ? now.Value.State : DispatchState.Sending;
            if (isStopped != (state != DispatchState.Sending))
                await batches.SetStopAsync(planned.Id, planned.Plan!, isStopped = !isStopped, cancellationToken);
            await dispatches.ReplaceAsync(now, planned with { State = state, SealedAt = time.GetUtcNow() }, cancellationToken);
            now = await dispatches.FindAsync(planned.Id, cancellationToken)
                ?? throw new InvalidOperationException($"Dispatch {planned.Id} vanished while it was planned.");
        }

        if (now.Value.Plan == planned.Plan)
        {
            metrics.AddDispatch(now.Value.State, planned.Kind);
            metrics.AddPlanned(planned.Batches);
            LogSealed(planned.Id, planned.Plan!, planned.Planned, planned.Batches);
            return now;
        }

        await batches.DeletePlanAsync(planned.Id, planned.Plan!, cancellationToken);
        return now;
    }

    private async Task<(int Recipients, int Notices, int Batches, string? LastRow)> WriteAsync(
        BatchBuilder builder, IAsyncEnumerable<Recipient> recipients, CancellationToken cancellationToken)
    {
        var (people, notices) = (0, 0);
        await using PlanWriter writer = new(batches);
        await foreach (var recipient in recipients)
        {
            people++;
            if (recipient.Notice is not null) notices++;
            if (builder.Add(recipient) is { } full) await writer.AddAsync(full, cancellationToken);
        }

        if (builder.Close() is { } last) await writer.AddAsync(last, cancellationToken);
        await writer.CloseAsync(cancellationToken);
        return (people, notices, writer.Count, writer.LastRow);
    }

    [LoggerMessage(LogLevel.Information, "Dispatch {Dispatch} sealed as plan {Plan}: {Recipients} recipients in {Batches} batches")]
    private partial void LogSealed(string dispatch, string plan, int recipients, int batches);
}

using Distribution.Dispatches.Ledger;
using Distribution.Dispatches.Sending;
using Distribution.Mail.Outcomes;
using Distribution.Mail.SendRates;
using Microsoft.Extensions.Options;

namespace Distribution.Dispatches.Records;

/// <summary>The speed of a dispatch, and the time of its last mail.</summary>
public sealed class ForecastDispatch(
    DispatchStore dispatches, CountOutcomes countOutcomes, SendRateStore sendRate, IOptions<SendRateOptions> options, TimeProvider time)
{
    /// <returns>Null unless the dispatch is being sent.</returns>
    public async Task<DispatchForecast?> RunAsync(Dispatch dispatch, IReadOnlyDictionary<OutcomeState, int> outcomes, CancellationToken cancellationToken)
    {
        if (dispatch is not { State: DispatchState.Sending, SealedAt: { } since }) return null;
        var (now, open, limits) = (time.GetUtcNow(), Open(outcomes), options.Value.Limits);
        var perMinute = Forecast.PerMinute(outcomes.GetValueOrDefault(OutcomeState.Accepted), since, now);
        if (open == 0) return new(perMinute, null);
        var last = limits.AreSet
            ? Forecast.ByLimits(await sendRate.FindAsync(cancellationToken), limits, open + await BeforeAsync(dispatch, open, cancellationToken), now)
            : Forecast.ByRate(open, perMinute, await sendRate.RestUntilAsync(cancellationToken) is { } rest && rest > now ? rest : now);
        return new(perMinute, last);
    }

    /// <summary>How many mails of other dispatches go first: all that are more urgent, and as many of those that take turns with it.</summary>
    private async Task<int> BeforeAsync(Dispatch dispatch, int open, CancellationToken cancellationToken)
    {
        var before = 0;
        await foreach (var other in dispatches.UnfinishedAsync(cancellationToken))
        {
            if (other.Value.State != DispatchState.Sending || other.Value.Id == dispatch.Id) continue;
            var sendPermit = UrgencyRule.Get(other.Value.Kind).CompareTo(UrgencyRule.Get(dispatch.Kind));
            if (sendPermit > 0) continue;
            var theirs = Open(await countOutcomes.RunAsync(other.Value, cancellationToken));
            before += sendPermit < 0 ? theirs : Math.Min(theirs, open);
        }

        return before;
    }

    private static int Open(IReadOnlyDictionary<OutcomeState, int> outcomes) =>
        outcomes.Where(count => !new Outcome { State = count.Key }.IsFinal).Sum(count => count.Value);
}

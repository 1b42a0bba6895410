namespace Distribution.Mail.SendRates;

/// <summary>
/// Decides how many mails a run may send when; pure. A run gets a permit for the mails it begins within the next seconds, and they count as
/// sent at the last
/// moment they may be. So no stretch of time ever sees more than its limit, however fast or slow a run is, and even if it dies.
/// </summary>
public static class SendRateRule
{
    /// <summary>How long a run may use its permit; then it asks again, and what is more urgent goes first.</summary>
    public static readonly TimeSpan LongestGrant = TimeSpan.FromSeconds(15);

    /// <summary>A run that gets its permit within this time waits for it.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);

    public static readonly TimeSpan LongestRest = TimeSpan.FromMinutes(30);

    /// <summary>Without a complaint of the relay for so long, the next rest is short again.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(15);

    private static readonly TimeSpan FirstRest = TimeSpan.FromMinutes(1);

    /// <summary>A run that came at its time, only for others to have taken longer, keeps its turn if there is room within this time.</summary>
    private static readonly TimeSpan Near = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public static (SendRate SendRate, SendRateAnswer Answer) Take(SendRate sendRate, SendRateLimits limits, SendRequest request, DateTimeOffset now)
    {
        var state = End(sendRate, request.Owner, request.Sent, now).Tidy(limits, now).Without(request.Slot);
        var share = Share(state, limits, request, now);
        var mails = Math.Min(request.Mails, Room(state, limits, request.Urgency, now));
        if (state.RestUntil > now || share == 0 || mails < limits.Least(request.Mails)) return Wait(state, limits, request, share, now);
        if (limits.PerSecond > 0) mails = Math.Min(mails, share * (int)LongestGrant.TotalSeconds);
        SendGrant grant = new(request.Owner, mails, now + LongestGrant, limits.PerSecond > 0 ? share : 0);
        return (state with { Running = [.. state.Running, grant] }, new SendRateAnswer.Go(grant));
    }

    /// <summary>A run has begun this number of mails with its permit, and begins no more.</summary>
    public static SendRate End(SendRate sendRate, string owner, int sent, DateTimeOffset now)
    {
        if (sendRate.Running.LastOrDefault(grant => grant.Owner == owner && !grant.Ended) is not { } open) return sendRate;
        var ended = open with { Mails = sent, Until = now < open.Until ? now : open.Until, Ended = true };
        return sendRate with { Running = [.. sendRate.Running.Where(grant => grant != open), .. sent > 0 ? [ended] : Array.Empty<SendGrant>()] };
    }

    /// <summary>The relay asked us to slow down: it is left alone for a while, and longer each time it asks again.</summary>
    public static SendRate Rest(SendRate sendRate, string reason, DateTimeOffset now)
    {
        if (sendRate.RestUntil > now && sendRate.RestUntil <= now + LongestRest) return sendRate;
        var rests = now - sendRate.RestUntil < Calm ? sendRate.Rests + 1 : 1;
        var rest = FirstRest * Math.Pow(2, Math.Min(rests - 1, 10));
        return sendRate with { RestUntil = now + (rest < LongestRest ? rest : LongestRest), Rests = rests, RestReason = reason };
    }

    private static (SendRate SendRate, SendRateAnswer Answer) Wait(SendRate state, SendRateLimits limits, SendRequest request, int share, DateTimeOffset now)
    {
        var soon = state.Earliest(limits, request.Mails, slot => slot.Urgency < request.Urgency, now);
        var at = soon - now <= Near ? soon : state.Earliest(limits, request.Mails, slot => slot.Urgency <= request.Urgency, now);
        if (share == 0) at = Later(at, Others(state, request, now).Select(grant => grant.Until).DefaultIfEmpty(now).Min() + Second);
        SendSlot slot = new(Later(at, now + Second), request.Urgency, request.Mails);
        var kept = slot.At - now < SendSlots.Ahead || request.Urgency == Urgency.Outbox;
        return (kept ? state.With(slot) : state, new SendRateAnswer.Wait(slot, kept));
    }

    /// <summary>How many mails fit into every window, without the place of those that are more urgent and come soon.</summary>
    private static int Room(SendRate state, SendRateLimits limits, Urgency urgency, DateTimeOffset now) => limits.Windows
        .Select(window => window.Limit - state.Given(now - window.Length)
            - state.Planned.Where(slot => slot.Urgency < urgency && slot.At < now + window.Length).Sum(slot => slot.Mails))
        .DefaultIfEmpty(int.MaxValue)
        .Min();

    private static int Given(this SendRate state, DateTimeOffset after) =>
        state.Used.Where(use => use.At > after).Sum(use => use.Mails) + state.Running.Where(grant => grant.Until > after).Sum(grant => grant.Mails);

    /// <summary>
    /// How many of the mails per second are the run's; each run keeps its own apart. One share is left free for more urgent mails.
    /// </summary>
    private static int Share(SendRate state, SendRateLimits limits, SendRequest request, DateTimeOffset now)
    {
        if (limits.PerSecond == 0) return int.MaxValue;
        var taken = Others(state, request, now).GroupBy(grant => grant.Owner).Sum(run => run.Max(grant => grant.PerSecond));
        var left = state.Planned.Any(slot => slot.Urgency < request.Urgency && slot.At <= now + Second) ? request.PerSecond : 0;
        return Math.Clamp(limits.PerSecond - taken - left, 0, request.PerSecond);
    }

    private static IEnumerable<SendGrant> Others(SendRate state, SendRequest request, DateTimeOffset now) =>
        state.Running.Where(grant => grant.Owner != request.Owner && grant.Until > now - Second);

    private static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>A run's request for a permit.</summary>
/// <param name="Owner">The run.</param>
/// <param name="Urgency">How urgent its mails are.</param>
/// <param name="Mails">How many it would send now.</param>
/// <param name="PerSecond">How many it would send in a second, where that is limited.</param>
public sealed record SendRequest(string Owner, Urgency Urgency, int Mails, int PerSecond)
{
    /// <summary>How many it has sent with its last permit; it has none any more.</summary>
    public int Sent { get; init; }

    /// <summary>The slot it comes for, if it has one; it gives it up.</summary>
    public SendSlot? Slot { get; init; }
}

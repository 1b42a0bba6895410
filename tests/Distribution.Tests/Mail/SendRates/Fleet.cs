using Distribution.Mail.SendRates;

namespace Distribution.Tests.Mail.SendRates;

/// <summary>
/// Runs that send as fast as the rule lets them, at random speeds, some of which die; it remembers when each mail was begun.
/// </summary>
internal sealed class Fleet(SendRateLimits limits, Random random, bool fullBatches = false)
{
    public static readonly DateTimeOffset Start = new(2026, 11, 24, 12, 0, 0, 250, TimeSpan.Zero);

    private readonly PriorityQueue<Action<DateTimeOffset>, DateTimeOffset> next = new();
    private int runs;

    public SendRate SendRate { get; private set; } = SendRate.Empty;

    public List<DateTimeOffset> Begun { get; } = [];

    public int Largest { get; private set; }

    /// <param name="workers">How many runs at a time.</param>
    /// <param name="fastest">Seconds of a mail at least.</param>
    /// <param name="slowest">Seconds of a mail at most.</param>
    /// <param name="deaths">Chance of a run to die after a mail.</param>
    /// <param name="length">How long they go on.</param>
    public void Run(int workers, double fastest, double slowest, double deaths, TimeSpan length)
    {
        for (var worker = 0; worker < workers; worker++) next.Enqueue(now => Ask(now, null), Start);
        while (next.TryDequeue(out var step, out var now) && now < Start + length) step(now);

        void Ask(DateTimeOffset now, SendSlot? slot)
        {
            var owner = $"run-{runs++}";
            SendRequest request = new(
                owner,
                fullBatches ? Urgency.Release : (Urgency)random.Next(5),
                random.Next(fullBatches ? limits.Batch(100) : 1, limits.Batch(100) + 1),
                (limits.PerSecond + workers - 1) / workers)
            { Slot = slot };
            (SendRate, var answer) = SendRateRule.Take(SendRate, limits, request, now);
            Largest = Math.Max(Largest, SendRate.Used.Count + SendRate.Planned.Count);
            if (answer is SendRateAnswer.Wait wait) next.Enqueue(then => Ask(then, wait.IsKept ? wait.Slot : null), wait.Slot.At);
            else Send((SendRateAnswer.Go)answer, owner, now, fastest + (random.NextDouble() * (slowest - fastest)));
        }

        void Send(SendRateAnswer.Go go, string owner, DateTimeOffset now, double seconds)
        {
            var (at, sent) = (now, 0);
            var apart = TimeSpan.FromTicks(Math.Max(TimeSpan.FromSeconds(seconds).Ticks, go.Grant.Apart.Ticks));
            while (sent < go.Grant.Mails && at - now < SendRateRule.LongestGrant && random.NextDouble() >= deaths)
            {
                Begun.Add(at);
                sent++;
                at += apart;
            }

            var died = random.NextDouble() < deaths;
            next.Enqueue(
                then =>
                {
                    if (!died) SendRate = SendRateRule.End(SendRate, owner, sent, then);
                    Ask(then, null);
                },
                at);
        }
    }

    /// <summary>Most mails begun in any stretch of the length.</summary>
    public int Most(TimeSpan length)
    {
        var begun = Begun.Order().ToList();
        var (most, first) = (0, 0);
        for (var last = 0; last < begun.Count; last++)
        {
            while (begun[last] - begun[first] >= length) first++;
            most = Math.Max(most, last - first + 1);
        }

        return most;
    }
}

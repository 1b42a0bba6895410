using NCrontab;

namespace Distribution.Server.Loops;

/// <summary>A job and when it runs: at the times of a six-field schedule, and at start if it says so.</summary>
internal sealed record TimerJob(string Name, CrontabSchedule Schedule, bool AtStart, Func<CancellationToken, Task> RunAsync);

using Distribution.Platform.Jobs;

namespace Distribution.Operations.Status;

/// <summary>How the program is doing, for those who look after it.</summary>
public sealed record ProgramStatus
{
    /// <summary>The last run of each timed job.</summary>
    public required IReadOnlyList<JobRun> Jobs { get; init; }

    /// <summary>Since when the release that waits longest has been due; null when none waits.</summary>
    public DateTimeOffset? OldestDueRelease { get; init; }

    /// <summary>How many releases have been due for more than a minute: they wait for something, or the timer does not run.</summary>
    public required int LateReleases { get; init; }

    public required WorkStatus Work { get; init; }

    public required IReadOnlyList<QueueStatus> Queues { get; init; }

    public required StorageStatus Storage { get; init; }

    public required RelayStatus Mail { get; init; }
}

/// <summary>The named jobs whose time has come.</summary>
/// <param name="Waiting">How many wait for a worker.</param>
/// <param name="OldestSince">Since when the first of them has waited; null when none does.</param>
/// <param name="Running">How many a worker has.</param>
/// <param name="Failing">How many of the waiting ones were begun before, and failed or were cut off.</param>
public sealed record WorkStatus(int Waiting, DateTimeOffset? OldestSince, int Running, int Failing);

/// <summary>The messages waiting on a queue.</summary>
/// <param name="Name">Its name, without the prefix.</param>
/// <param name="Messages">About how many messages it holds.</param>
/// <param name="OldestSince">Since when its first message has been there; null when none can be seen.</param>
public sealed record QueueStatus(string Name, int Messages, DateTimeOffset? OldestSince);

/// <summary>Whether mail can go.</summary>
/// <param name="Recipients">The recipients of mail: <c>nobody</c>, <c>rehearsal</c> or <c>everybody</c>.</param>
/// <param name="Ready">Whether the relay took a connection and the login just now.</param>
/// <param name="Failure">Why it did not.</param>
/// <param name="RestUntil">Until when no mail goes because the relay asked us to slow down; null when none rests.</param>
/// <param name="RestReason">The relay's words that asked for it, without addresses.</param>
public sealed record RelayStatus(string Recipients, bool Ready, string? Failure, DateTimeOffset? RestUntil, string? RestReason);

/// <summary>How the storage answers.</summary>
/// <param name="Milliseconds">How long one small question took.</param>
public sealed record StorageStatus(double Milliseconds);

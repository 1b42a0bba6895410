namespace Distribution.Operations.Status;

/// <summary>The messages waiting on a queue.</summary>
/// <param name="Name">Its name, without the prefix.</param>
/// <param name="Messages">About how many messages it holds.</param>
/// <param name="OldestSince">Since when its first message has been there; null when none can be seen.</param>
public sealed record QueueStatus(string Name, int Messages, DateTimeOffset? OldestSince);

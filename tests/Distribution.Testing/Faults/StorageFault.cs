namespace Distribution.Testing.Faults;

/// <summary>The fate of a request instead of its answer.</summary>
public sealed record StorageFault
{
    private StorageFault()
    {
    }

    /// <summary>All is well.</summary>
    public static StorageFault None { get; } = new() { IsForwarded = true };

    /// <summary>The connection breaks before the storage hears of the request.</summary>
    public static StorageFault Cut { get; } = new() { Breaks = true };

    /// <summary>The storage does what it is asked, and the connection breaks before its answer.</summary>
    public static StorageFault LoseAnswer { get; } = new() { Breaks = true, IsForwarded = true };

    /// <summary>The status of the answer in place of the storage's; 0 when there is none.</summary>
    public int Status { get; private init; }

    public bool Breaks { get; private init; }

    public bool IsForwarded { get; private init; }

    public Task Until { get; private init; } = Task.CompletedTask;

    /// <summary>The service refuses: 503, 429 or 500.</summary>
    public static StorageFault Refuse(int status) => new() { Status = status };

    /// <summary>The request waits for the task before it goes on, so that a test can do something meanwhile.</summary>
    public static StorageFault Hold(Task until) => new() { Until = until, IsForwarded = true };
}

using Distribution.Platform.Storage;

namespace Distribution.Platform.Idempotency;

/// <summary>The decision about a request with an idempotency key.</summary>
public abstract record IdempotencyAttempt
{
    private IdempotencyAttempt() { }

    /// <summary>It is ours: carry it out, then keep the answer or free the key.</summary>
    public sealed record Begun(Stored<IdempotencyEntry> Entry) : IdempotencyAttempt;

    /// <summary>It was carried out: this was the answer.</summary>
    public sealed record Answered(KeptAnswer Answer) : IdempotencyAttempt;

    /// <summary>Another run is carrying it out.</summary>
    /// <param name="Until">From then on that run is believed to be dead, and the request may be carried out.</param>
    public sealed record Running(DateTimeOffset Until) : IdempotencyAttempt;

    /// <summary>The key belongs to another request.</summary>
    public sealed record Different : IdempotencyAttempt;
}

namespace Distribution.Mail.Smtp;

/// <summary>
/// The cancellation of one mail: until the final dot the caller may cancel at once; after it the relay may have
/// taken the mail, so its answer is awaited a while longer.
/// </summary>
internal sealed class HandOver : IDisposable
{
    private readonly CancellationTokenSource source;
    private readonly CancellationToken caller;
    private readonly TimeSpan grace;
    private CancellationTokenRegistration registration;

    public HandOver(TimeSpan grace, TimeProvider clock, CancellationToken caller)
    {
        source = new CancellationTokenSource(Timeout.InfiniteTimeSpan, clock);
        this.grace = grace;
        this.caller = caller;
        registration = caller.UnsafeRegister(_ => source.Cancel(), null);
    }

    public CancellationToken Token => source.Token;

    /// <summary>The last moment at which a cancellation still keeps the mail from being sent.</summary>
    public void Commit()
    {
        // Waits for a cancellation that is just under way, so that either it is seen here or it comes too late.
        registration.Dispose();
        source.Token.ThrowIfCancellationRequested();
        registration = caller.UnsafeRegister(_ => source.CancelAfter(grace), null);
    }

    public void Dispose()
    {
        registration.Dispose();
        source.Dispose();
    }
}

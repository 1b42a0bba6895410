using Distribution.Publisher.Sessions;

namespace Distribution.Operations.Retention;

/// <summary>Deletes sessions that have expired.</summary>
public sealed class ForgetSessions(SessionStore sessions) : IRetentionRule
{
    public string Kind => "sessions";

    public TimeSpan? Kept => TimeSpan.Zero;

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        sessions.ExpiredBeforeAsync(before, cancellationToken).DeleteAsync(onlyCount, sessions.DeleteAsync, cancellationToken);
}

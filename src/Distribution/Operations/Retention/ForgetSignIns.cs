using Distribution.Operations.SignIn;

namespace Distribution.Operations.Retention;

/// <summary>Deletes requests to sign in that have expired.</summary>
public sealed class ForgetSignIns(SignInRequestStore requests) : IRetentionRule
{
    public string Kind => "signIns";

    public TimeSpan? Kept => TimeSpan.Zero;

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        requests.ExpiredBeforeAsync(before, cancellationToken).DeleteAsync(onlyCount, requests.DeleteAsync, cancellationToken);
}

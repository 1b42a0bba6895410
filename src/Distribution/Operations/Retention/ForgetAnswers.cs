using Distribution.Platform.Idempotency;

namespace Distribution.Operations.Retention;

/// <summary>Deletes answers to requests with an idempotency key, whose keys are free from then on.</summary>
public sealed class ForgetAnswers(IdempotencyStore requests) : IRetentionRule
{
    public string Kind => "answers";

    public TimeSpan? Kept => IdempotencyStore.Kept;

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        requests.ExpiredAsync(before + IdempotencyStore.Kept, cancellationToken)
            .DeleteAsync(onlyCount, requests.DeleteAsync, cancellationToken);
}

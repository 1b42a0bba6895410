using System.Text.Json;
using Distribution.Audiences.Subscriptions;
using Microsoft.Extensions.Options;

namespace Distribution.Operations.Retention;

/// <summary>Deletes subscriptions that nobody has confirmed: the person has never said that they want them.</summary>
public sealed class ForgetPendingSubscriptions(SubscriptionStore subscriptions, IOptions<RetentionOptions> options) : IRetentionRule
{
    public string Kind { get; } = JsonNamingPolicy.CamelCase.ConvertName(nameof(RetentionOptions.PendingSubscriptions));

    public TimeSpan? Kept => options.Value.PendingSubscriptions;

    public Task<int> RunAsync(DateTimeOffset before, bool onlyCount, CancellationToken cancellationToken) =>
        subscriptions.PendingBeforeAsync(before, cancellationToken).DeleteAsync(onlyCount, subscriptions.DeleteAsync, cancellationToken);
}

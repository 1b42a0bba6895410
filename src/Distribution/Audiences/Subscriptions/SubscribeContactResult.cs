using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Subscriptions;

public abstract record SubscribeContactResult
{
    private SubscribeContactResult() { }

    public sealed record Subscribed(Stored<Subscription> Subscription) : SubscribeContactResult;

    /// <summary>They are on the list already.</summary>
    public sealed record Already(Stored<Subscription> Subscription) : SubscribeContactResult;

    /// <summary>They have unsubscribed; only their own confirmation brings them back.</summary>
    public sealed record Ended : SubscribeContactResult;

    /// <summary>There is no such contact.</summary>
    public sealed record Missing : SubscribeContactResult;

    public sealed record Invalid(FieldErrors Errors) : SubscribeContactResult;
}

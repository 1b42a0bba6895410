
namespace Distribution.Audiences.Subscriptions;

/// <summary>Someone who must not be mailed any more although batches may already name them.</summary>
public sealed record SendExclusion
{
    public required string Contact { get; init; }

    /// <summary>The lists they left; null = all, as after a suppression or an erasure.</summary>
    public IReadOnlyList<string>? Lists { get; init; }

    public required DateTimeOffset At { get; init; }
}

namespace Distribution.Releases.Workflow;

/// <summary>Which version of a release an approver has seen, so that they are shown what has changed since.</summary>
public sealed record ReleaseLook
{
    /// <summary>The version that they have seen last.</summary>
    public required int Version { get; init; }

    /// <summary>The version that they had seen before that one; null for none.</summary>
    public int? Before { get; init; }

    /// <summary>When they first saw the last one.</summary>
    public required DateTimeOffset At { get; init; }
}

using Distribution.Releases.Times;

namespace Distribution.Releases.Workflow;

/// <summary>The version and texts that an approver approves.</summary>
public sealed record ApprovalRequest
{
    /// <summary>The version that they have seen; another is not approved.</summary>
    public required int Version { get; init; }

    /// <summary>When it is to be sent, instead of the time that the release names.</summary>
    public SendTimeInput? SendAt { get; init; }

    /// <summary>Warnings of the checks that are meant so: each finding's `acknowledgement`, or an id for all of its places.</summary>
    public IReadOnlyList<string> Acknowledgements { get; init; } = [];

    /// <summary>Refuses the approval where it would send the release at once because there is no time.</summary>
    public bool RequireTime { get; init; }

    /// <summary>Approves without a time: the release stays until it is scheduled.</summary>
    public bool Hold { get; init; }
}

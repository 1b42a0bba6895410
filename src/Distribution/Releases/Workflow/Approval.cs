namespace Distribution.Releases.Workflow;

/// <summary>Somebody answers for a version of a release in some of its languages.</summary>
public sealed record Approval
{
    /// <summary>Id of the user.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The version that was approved.</summary>
    public required int Version { get; init; }

    /// <summary>Languages of the translations that were ready then and not approved before.</summary>
    public required IReadOnlyList<string> Languages { get; init; }

    /// <summary>Warnings of the checks that they have said are meant so.</summary>
    public IReadOnlyList<string> Acknowledgements { get; init; } = [];
}

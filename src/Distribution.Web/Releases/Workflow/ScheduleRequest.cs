using Distribution.Releases.Times;

namespace Distribution.Web.Releases.Workflow;

/// <summary>When a release is to be sent.</summary>
internal sealed record ScheduleRequest
{
    /// <summary>An instant with its offset, or what the clock of an office or zone shows; now when left out.</summary>
    public SendTimeInput? SendAt { get; init; }

    /// <summary>Warnings of the checks that are meant so: each finding's `acknowledgement`, or an id for all of its places.</summary>
    public IReadOnlyList<string> Acknowledgements { get; init; } = [];
}

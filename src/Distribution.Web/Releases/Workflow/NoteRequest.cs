namespace Distribution.Web.Releases.Workflow;

/// <summary>A note to the users concerned by a transition of a release.</summary>
internal sealed record NoteRequest
{
    /// <summary>The wanted change, or the reason; up to 4,000 characters.</summary>
    public string? Note { get; init; }
}

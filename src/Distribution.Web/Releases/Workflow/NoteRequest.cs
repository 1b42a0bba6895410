namespace Distribution.Web.Releases.Workflow;

/// <summary>Words to those whom a step of a release concerns.</summary>
internal sealed record NoteRequest
{
    /// <summary>What is to be changed, or why; up to 4,000 characters.</summary>
    public string? Note { get; init; }
}

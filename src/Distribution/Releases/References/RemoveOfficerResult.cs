using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.References;

public abstract record RemoveOfficerResult
{
    private RemoveOfficerResult() { }

    public sealed record Removed : RemoveOfficerResult;

    /// <summary>Releases that are not finished name the officer, and nobody is there to take their place.</summary>
    public sealed record InUse(IReadOnlyList<Release> Releases) : RemoveOfficerResult;

    /// <summary>One of those releases is not the caller's to change.</summary>
    public sealed record Forbidden : RemoveOfficerResult;

    public sealed record Invalid(FieldErrors Errors) : RemoveOfficerResult;

    /// <summary>The officer, or again and again a release, was changed meanwhile.</summary>
    public sealed record Changed : RemoveOfficerResult;
}

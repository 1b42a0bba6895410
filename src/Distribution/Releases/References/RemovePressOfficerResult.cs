using Distribution.Platform.Validation;
using Distribution.Releases.Drafts;

namespace Distribution.Releases.References;

public abstract record RemovePressOfficerResult
{
    private RemovePressOfficerResult() { }

    public sealed record Removed : RemovePressOfficerResult;

    /// <summary>Releases that are not finished name the officer, and nobody is there to take their place.</summary>
    public sealed record InUse(IReadOnlyList<Release> Releases) : RemovePressOfficerResult;

    /// <summary>One of those releases is not the caller's to change.</summary>
    public sealed record Forbidden : RemovePressOfficerResult;

    public sealed record Invalid(FieldErrors Errors) : RemovePressOfficerResult;

    /// <summary>The officer, or again and again a release, was changed meanwhile.</summary>
    public sealed record Changed : RemovePressOfficerResult;
}

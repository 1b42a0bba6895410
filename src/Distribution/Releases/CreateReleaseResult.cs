using Distribution.Validation;

namespace Distribution.Releases;

public abstract record CreateReleaseResult
{
    private CreateReleaseResult() { }

    public sealed record Created(ReleaseDocument Release) : CreateReleaseResult;

    /// <summary>There is a release with this source already.</summary>
    public sealed record Known(string Id) : CreateReleaseResult;

    public sealed record Invalid(FieldErrors Errors) : CreateReleaseResult;
}

using Distribution.Platform.Storage;
using Distribution.Platform.Validation;

namespace Distribution.Audiences.Suppressions;

public abstract record AddSuppressionResult
{
    private AddSuppressionResult() { }

    public sealed record Added(Stored<Suppression> Suppression) : AddSuppressionResult;

    /// <summary>The address is suppressed already.</summary>
    public sealed record Known(string Id) : AddSuppressionResult;

    public sealed record Invalid(FieldErrors Errors) : AddSuppressionResult;
}

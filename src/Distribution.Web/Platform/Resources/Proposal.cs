using Distribution.Platform.Validation;
using Distribution.Web.Platform.Problems;

namespace Distribution.Web.Platform.Resources;

/// <summary>How a caller wants a thing to be.</summary>
/// <param name="Value">The thing, in the form that is kept.</param>
/// <param name="Errors">Its faults.</param>
/// <param name="Refusal">Why the caller may not change such a thing, if so; asked for the thing as it is and as it shall be.</param>
internal sealed record Proposal<T>(string Id, T Value, FieldErrors Errors, Func<T, ForbiddenProblem?> Refusal);

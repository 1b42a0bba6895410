using Distribution.Contacts.Contacts;
using Distribution.Contacts.Files;
using Distribution.Platform.Storage;

namespace Distribution.Audiences.Imports;

/// <summary>The decision for one row.</summary>
/// <param name="Result">The reported result.</param>
/// <param name="Contact">The contact as it is to be; null when the row is left out.</param>
/// <param name="Known">The contact as it is; null when it is new.</param>
public sealed record RowDecision(ImportRowResult Result, Contact? Contact = null, Stored<Contact>? Known = null)
{
    /// <summary>The opt-out that the file states for the contact.</summary>
    public OptOut? OptOut { get; init; }

    public RowDecision With(string field, string message, string? reason = null) =>
        this with
        {
            Result = Result with { Problems = [.. Result.Problems, new RowProblem(field, "", message) { Reason = reason ?? field }] }
        };

    /// <param name="message">Why, in a sentence.</param>
    /// <param name="reason">The word by which such rows are counted.</param>
    public RowDecision LeftOut(string message, string reason) =>
        new RowDecision(Result with { Outcome = RowOutcome.LeftOut, Contact = null, Lists = [], Ended = [] }) { OptOut = OptOut }.With(
            RowProblem.Row, message, reason);
}

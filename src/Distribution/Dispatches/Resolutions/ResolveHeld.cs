using Distribution.Dispatches.Ledger;
using Distribution.Mail.Outcomes;
using Distribution.Platform.Validation;

namespace Distribution.Dispatches.Resolutions;

/// <summary>
/// Writes down what a person found out about recipients who are held. The batch stays as it is; the same again changes nothing, and
/// something else is kept with what was said before.
/// </summary>
public sealed class ResolveHeld(BatchStore batches, ResolutionStore resolutions, TimeProvider time)
{
    public async Task<ResolveHeldResult> RunAsync(
        Dispatch dispatch, IReadOnlyList<ResolutionInput?> inputs, string person, CancellationToken cancellationToken)
    {
        var (errors, notHeld) = (new FieldErrors(), new FieldErrors());
        var kept = ResolutionRules.Check(inputs, errors);
        if (errors.Any) return new ResolveHeldResult.Invalid(errors);
        await CheckHeldAsync(dispatch, kept, errors, notHeld, cancellationToken);
        if (errors.Any) return new ResolveHeldResult.Invalid(errors);
        if (notHeld.Any) return new ResolveHeldResult.NotHeld(notHeld);

        var byContact = kept.ToDictionary(input => input.Contact);
        return new ResolveHeldResult.Resolved(await resolutions.ChangeAsync(
            dispatch.Id,
            [.. kept.Select(input => input.Contact)],
            (contact, known) => ResolutionRules.After(known, byContact[contact], person, time.GetUtcNow()),
            cancellationToken));
    }

    private async Task CheckHeldAsync(
        Dispatch dispatch, IReadOnlyList<ResolutionInput> inputs, FieldErrors errors, FieldErrors notHeld, CancellationToken cancellationToken)
    {
        Batch? batch = null;
        // In the order of the batches, so that each is read once.
        foreach (var (index, input) in inputs.Index().OrderBy(entry => entry.Item.Contact, StringComparer.Ordinal))
        {
            var field = $"recipients.{index}";
            if (batch?.IndexOf(input.Contact) is null) batch = await batches.FindOfAsync(dispatch, input.Contact, cancellationToken);
            if (batch?.IndexOf(input.Contact) is not { } place)
            {
                errors.Add($"{field}.contact", "is not a recipient of this dispatch.");
                continue;
            }

            errors.Require(!ResolutionRules.RepeatsAddress(input, batch.Recipients[place]), $"{field}.note", "repeats the address, which is not kept.");
            var state = batch.Outcomes[place].State;
            notHeld.Require(state == OutcomeState.Held, $"{field}.contact", $"is {state.ToString().ToLowerInvariant()}, not held.");
        }
    }
}

/// <summary>The result of resolving held recipients.</summary>
public abstract record ResolveHeldResult
{
    private ResolveHeldResult() { }

    /// <summary>All of them are resolved so, now or already.</summary>
    public sealed record Resolved(IReadOnlyList<HeldResolution> Resolutions) : ResolveHeldResult;

    /// <summary>Some are not held; nothing was written. The errors say what they are.</summary>
    public sealed record NotHeld(FieldErrors Errors) : ResolveHeldResult;

    public sealed record Invalid(FieldErrors Errors) : ResolveHeldResult;
}
